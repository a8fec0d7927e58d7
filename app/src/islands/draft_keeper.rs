//! Keeps what is typed into a form in this browser until the form was accepted, so that an expired session or a closed
//! window loses nothing.
//!
//! The form carries `data-draft` (whose form about what), `data-draft-version` (the record's version) and, when it came
//! back with problems, `data-draft-failed`. Inside stand a notice marked `data-draft-notice` and a button marked
//! `data-draft-discard`.

use super::dom::{find, find_all, set_value, value};
use leptos::{
    ev::{Event, MouseEvent, SubmitEvent},
    html::Div,
    prelude::*,
    web_sys::{Element, Storage, wasm_bindgen::JsCast},
};

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
    view! {
        <div
            node_ref=root
            on:input=|event: Event| { let _ = keep(&event, false); }
            on:submit=|event: SubmitEvent| { let _ = keep(&event, true); }
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

fn controls(form: &Element) -> Vec<Element> {
    let all = find_all(form, "[name]");
    all.into_iter().filter(|control| control.get_attribute("type").as_deref() != Some("hidden")).collect()
}

/// Notes all that the form holds now.
fn keep(event: &Event, sent: bool) -> Option<()> {
    let form = event.target()?.dyn_into::<Element>().ok()?.closest("[data-draft]").ok()??;
    let fields = controls(&form).into_iter().filter_map(|control| Some((control.get_attribute("name")?, value(&control)?)));
    let draft = Draft { version: form.get_attribute("data-draft-version")?, sent, fields: fields.collect() };
    storage()?.set_item(&key(&form)?, &draft.pack()).ok()
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
        if let Some((_, typed)) = draft.fields.iter().find(|(field, _)| *field == name) {
            set_value(&control, typed);
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
