//! Small steps through the page that the islands share.

use leptos::web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, wasm_bindgen::JsCast};

/// The first element below `root` that a selector finds.
pub(super) fn find(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok().flatten()
}

/// Every element below `root` that a selector finds.
pub(super) fn find_all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}

/// Whether a control says something only while it is chosen: a radio button or a box.
fn is_ticked_control(input: &HtmlInputElement) -> bool {
    matches!(input.type_().as_str(), "radio" | "checkbox")
}

/// What a control says now; `None` for a radio button or a box that is not chosen.
pub(super) fn value(control: &Element) -> Option<String> {
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        return (!is_ticked_control(input) || input.checked()).then(|| input.value());
    }
    if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
        return Some(area.value());
    }
    control.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value)
}

/// Puts a value into a control; a radio button or a box is chosen when the value is its own.
pub(super) fn set_value(control: &Element, value: &str) {
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        if is_ticked_control(input) {
            input.set_checked(input.value() == value);
        } else {
            input.set_value(value);
        }
    } else if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(value);
    } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
        select.set_value(value);
    }
}
