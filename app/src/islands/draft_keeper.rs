//! Keeps what is typed into a form until the form was accepted, so that an expired session or a closed window loses
//! nothing: in this browser with every key, and shortly after as a draft on the server where the form has a place for
//! one. What the server keeps, the browser forgets.
//!
//! The form carries `data-draft` (whose form about what), `data-draft-version` (the record's version), when it came back
//! with problems `data-draft-failed`, and where drafts go `data-draft-save`. Inside stand a notice marked
//! `data-draft-notice`, in it words marked `data-draft-unsure`, a button marked `data-draft-discard`, buttons marked
//! `data-draft-done` that leave nothing to keep, and a status marked `data-draft-status` with its words.
//!
//! That a form arrived is said by the page that follows it, in an element marked `data-draft-sent`; nothing else ends
//! what is kept here. A changed version alone may be a colleague's report, while one's own never left this browser.

use super::dom::{find, find_all, set_value, value};
use leptos::{
    ev::{Event, MouseEvent, SubmitEvent},
    html::Div,
    prelude::*,
    web_sys::{
        Element, FormData, HtmlFormElement, Storage, UrlSearchParams, XmlHttpRequest, js_sys,
        wasm_bindgen::{JsCast, closure::Closure},
    },
};
use std::time::Duration;

/// How long nothing must be typed before the draft goes to the server.
const PAUSE: Duration = Duration::from_millis(1500);

/// What everything kept here is called first.
const PREFIX: &str = "suivi-draft-";

/// Between the parts of a draft; characters that no keyboard types.
const RECORD: char = '\u{1e}';
const UNIT: char = '\u{1f}';

/// Wraps the form.
#[island]
pub fn DraftKeeper(children: Children) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let Some(div) = root.get() {
            let _ = restore(&div);
        }
    });
    let mut save_soon = debounce(PAUSE, |form: Element| {
        let _ = save(&form);
    });
    view! {
        <div
            node_ref=root
            on:input=move |event: Event| {
                if let Some(form) = form_of(&event) {
                    let _ = keep(&form, false);
                    save_soon(form);
                }
            }
            on:submit=|event: SubmitEvent| { let _ = submitted(&event); }
            on:click=discard
        >
            {children()}
        </div>
    }
}

/// What was typed, and whether it was sent.
#[derive(Debug, Default, PartialEq, Eq)]
struct Draft {
    version: String,
    sent: bool,
    fields: Vec<(String, String)>,
}

impl Draft {
    fn pack(&self) -> String {
        let head = format!("{}{UNIT}{}", self.version, if self.sent { "sent" } else { "" });
        let fields = self.fields.iter().map(|(name, value)| format!("{RECORD}{name}{UNIT}{value}"));
        std::iter::once(head).chain(fields).collect()
    }

    fn unpack(text: &str) -> Option<Self> {
        let mut parts = text.split(RECORD).map(|part| part.split_once(UNIT));
        let (version, sent) = parts.next()??;
        let fields = parts.flatten().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Some(Self { version: version.to_owned(), sent: sent == "sent", fields })
    }

    /// Whether it was sent and the record changed since: by it, or by somebody else while it was lost on its way.
    fn may_have_arrived(&self, version: &str) -> bool {
        self.sent && self.version != version
    }
}

/// Whether a page that says that the form of `about` arrived means the form kept under `key`; a name that ends in a dash
/// stands for every page of a list.
fn is_meant(about: &str, key: &str) -> bool {
    let kept = key.strip_prefix(PREFIX);
    kept.is_some_and(|kept| if about.ends_with('-') { kept.starts_with(about) } else { kept == about })
}

/// Wraps the words that a form arrived.
#[island]
pub fn DraftSent(children: Children) -> impl IntoView {
    Effect::new(|_| {
        let _ = forget_sent();
    });
    view! { <div>{children()}</div> }
}

/// Forgets the forms that this page says have arrived, but for what was typed into them since.
fn forget_sent() -> Option<()> {
    let (storage, page) = (storage()?, window().document()?.document_element()?);
    let arrived: Vec<String> =
        find_all(&page, "[data-draft-sent]").iter().filter_map(|place| place.get_attribute("data-draft-sent")).collect();
    let keys: Vec<String> =
        (0..storage.length().unwrap_or_default()).filter_map(|index| storage.key(index).ok().flatten()).collect();
    for key in keys.iter().filter(|key| arrived.iter().any(|about| is_meant(about, key))) {
        let kept = storage.get_item(key).ok().flatten().and_then(|text| Draft::unpack(&text));
        if kept.is_some_and(|draft| draft.sent) {
            let _ = storage.remove_item(key);
        }
    }
    Some(())
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn key(form: &Element) -> Option<String> {
    form.get_attribute("data-draft").map(|about| format!("{PREFIX}{about}"))
}

fn form_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("[data-draft]").ok()?
}

fn controls(form: &Element) -> Vec<Element> {
    let all = find_all(form, "[name]");
    all.into_iter().filter(|control| control.get_attribute("type").as_deref() != Some("hidden") || is_key(control)).collect()
}

/// Whether it says which view of the form this is: it belongs to the words. They come back as those of their view, so that
/// they do not replace a draft that was written elsewhere meanwhile.
fn is_key(control: &Element) -> bool {
    let name = control.get_attribute("name").unwrap_or_default();
    name == "draft_key" || name.ends_with("[draft_key]")
}

/// Notes all that the form holds now.
fn keep(form: &Element, sent: bool) -> Option<()> {
    let fields = controls(form).into_iter().filter_map(|control| Some((control.get_attribute("name")?, value(&control)?)));
    let draft = Draft { version: form.get_attribute("data-draft-version")?, sent, fields: fields.collect() };
    storage()?.set_item(&key(form)?, &draft.pack()).ok()
}

/// A form that is sent is kept until it was accepted; one that is saved or given up leaves nothing to keep here.
fn submitted(event: &SubmitEvent) -> Option<()> {
    let form = form_of(event)?;
    if event.submitter().is_some_and(|button| button.has_attribute("data-draft-done")) {
        return storage()?.remove_item(&key(&form)?).ok();
    }
    keep(&form, true)
}

/// Sends the form to be kept as a draft, and says what became of it.
fn save(form: &Element) -> Option<()> {
    let place = form.get_attribute("data-draft-save")?;
    let data = FormData::new_with_form(form.dyn_ref::<HtmlFormElement>()?).ok()?;
    let fields = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    let kept = storage().and_then(|storage| storage.get_item(&key(form)?).ok()?);
    let request = XmlHttpRequest::new().ok()?;
    request.open("POST", &place).ok()?;
    let (about, answer) = (form.clone(), request.clone());
    let answered = Closure::once_into_js(move || {
        let _ = saved(&about, &answer, kept.as_deref());
    });
    request.set_onloadend(Some(answered.unchecked_ref()));
    say(form, "data-saving");
    request.send_with_opt_url_search_params(Some(&fields)).ok()
}

/// What the server keeps is not kept twice, unless more was typed meanwhile.
fn saved(form: &Element, answer: &XmlHttpRequest, kept: Option<&str>) -> Option<()> {
    if answer.status() == Ok(200) {
        say(form, "data-saved");
        let (storage, key) = (storage()?, key(form)?);
        let is_same = storage.get_item(&key).ok()?.as_deref() == kept;
        return if is_same { storage.remove_item(&key).ok() } else { None };
    }
    let words = answer.response_text().ok().flatten().unwrap_or_default();
    let status = match () {
        () if words.contains("not_signed_in") => "data-ended",
        () if words.contains("conflict") => "data-changed",
        () => "data-failed",
    };
    say(form, status)
}

/// Says politely how the draft stands.
fn say(form: &Element, words: &str) -> Option<()> {
    let status = find(form, "[data-draft-status]")?;
    let language = window().document()?.document_element()?.get_attribute("lang").unwrap_or_default();
    let time = String::from(js_sys::Date::new_0().to_locale_time_string(&language));
    status.set_text_content(Some(&status.get_attribute(words)?.replace("%TIME%", &time)));
    Some(())
}

/// Brings a draft back and says so. What the server sent back with problems is newer and stays.
fn restore(root: &Element) -> Option<()> {
    forget_sent();
    let form = find(root, "[data-draft]")?;
    let draft = Draft::unpack(&storage()?.get_item(&key(&form)?).ok()??)?;
    if form.has_attribute("data-draft-failed") {
        return None;
    }
    // Whoever starts afresh wants neither what the server kept nor what is kept here.
    if window().location().search().is_ok_and(|query| query.contains("afresh=")) {
        return storage()?.remove_item(&key(&form)?).ok();
    }
    for control in controls(&form) {
        let name = control.get_attribute("name")?;
        match draft.fields.iter().find(|(field, _)| *field == name) {
            Some((_, typed)) => set_value(&control, typed),
            // A box that was not ticked says nothing.
            None if control.get_attribute("type").as_deref() == Some("checkbox") => set_value(&control, ""),
            None => {}
        }
    }
    if draft.may_have_arrived(&form.get_attribute("data-draft-version")?) {
        find(&form, "[data-draft-unsure]")?.remove_attribute("hidden").ok()?;
    }
    find(&form, "[data-draft-notice]")?.remove_attribute("hidden").ok()
}

/// Forgets the draft and shows the form as the record is.
fn discard(event: MouseEvent) {
    let done = || {
        let button = event.target()?.dyn_into::<Element>().ok()?.closest("[data-draft-discard]").ok()??;
        let form = button.closest("[data-draft]").ok()??;
        storage()?.remove_item(&key(&form)?).ok()?;
        window().location().reload().ok()
    };
    let _ = done();
}

#[cfg(test)]
mod tests {
    use super::{Draft, is_meant};

    fn draft(sent: bool) -> Draft {
        let fields = [("done", "Two lines\nof = text & more"), ("deliverables[3]", "")];
        Draft { version: "4".into(), sent, fields: fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into() }
    }

    #[test]
    fn a_draft_comes_back_as_it_was_typed() {
        for sent in [true, false] {
            assert_eq!(Draft::unpack(&draft(sent).pack()), Some(draft(sent)));
        }
        assert_eq!(Draft::unpack(""), None);
        assert_eq!(Draft::unpack("what somebody else put there"), None);
    }

    #[test]
    fn a_draft_that_was_sent_may_have_changed_the_record_or_somebody_else_did() {
        assert!(draft(true).may_have_arrived("5"));
        assert!(!draft(true).may_have_arrived("4"), "the session had expired");
        assert!(!draft(false).may_have_arrived("5"), "somebody else reported meanwhile");
    }

    #[test]
    fn a_page_that_says_what_arrived_means_that_form_or_every_page_of_a_list() {
        assert!(is_meant("3-7", "suivi-draft-3-7"));
        assert!(!is_meant("3-7", "suivi-draft-3-70") && !is_meant("3-7", "suivi-draft-3-many-1"));
        assert!(is_meant("3-many-", "suivi-draft-3-many-2") && !is_meant("3-many-", "suivi-draft-33-many-2"));
        assert!(!is_meant("3-7", "3-7"), "what somebody else put there");
    }
}
