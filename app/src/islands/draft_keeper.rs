//! Keeps what is typed into a form until the form was accepted, so that an expired session or a closed window loses
//! nothing: in this browser with every key, and shortly after as a draft on the server where the form has a place for
//! one. What the server keeps, the browser forgets.
//!
//! The form carries `data-draft` (whose form about what), `data-draft-version` (the record's version), when it came back
//! with problems `data-draft-failed`, and where drafts go `data-draft-save`. Inside stand a notice marked
//! `data-draft-notice`, a button marked `data-draft-discard`, buttons marked `data-draft-done` that leave nothing to
//! keep, and a status marked `data-draft-status` with its words.

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

    /// A draft that was sent and changed the record was accepted: there is nothing to bring back.
    fn was_accepted(&self, version: &str) -> bool {
        self.sent && self.version != version
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn key(form: &Element) -> Option<String> {
    form.get_attribute("data-draft").map(|about| format!("suivi-draft-{about}"))
}

fn form_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("[data-draft]").ok()?
}

fn controls(form: &Element) -> Vec<Element> {
    let all = find_all(form, "[name]");
    all.into_iter().filter(|control| control.get_attribute("type").as_deref() != Some("hidden")).collect()
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
    let form = find(root, "[data-draft]")?;
    let (storage, key) = (storage()?, key(&form)?);
    let draft = Draft::unpack(&storage.get_item(&key).ok()??)?;
    if draft.was_accepted(&form.get_attribute("data-draft-version")?) {
        return storage.remove_item(&key).ok();
    }
    if form.has_attribute("data-draft-failed") {
        return None;
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
    use super::Draft;

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
    fn only_a_draft_that_was_sent_and_changed_the_record_is_let_go() {
        assert!(draft(true).was_accepted("5"));
        assert!(!draft(true).was_accepted("4"), "the session had expired");
        assert!(!draft(false).was_accepted("5"), "somebody else reported meanwhile");
    }
}
