//! Evidence in lists: what it is, who may see it, where it came from, and its earlier versions.

use super::text::Words;
use crate::{
    api::evidence::{EvidenceView, FileView, MatterView},
    i18n::{Arg, dates, name_of, t, t_args},
    request::use_lang,
};
use domain::{evidence::Marking, text::Lang};
use leptos::prelude::*;

/// What may be done to the pieces of a list, besides opening them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EvidenceActions {
    /// The measure, when a new version may be added.
    pub replace: Option<i64>,
    /// Whether a piece may be withdrawn.
    pub withdraw: bool,
}

/// Pieces of evidence; nothing when there are none.
#[component]
pub fn EvidenceList(
    /// The pieces.
    pieces: Vec<EvidenceView>,
    /// What may be done to them.
    #[prop(optional)]
    actions: EvidenceActions,
) -> impl IntoView {
    let items: Vec<_> = pieces.into_iter().map(|piece| view! { <li class="evidence">{whole(piece, actions)}</li> }).collect();
    (!items.is_empty()).then(|| view! { <ul class="evidence-list">{items}</ul> }).into_any()
}

fn whole(mut piece: EvidenceView, actions: EvidenceActions) -> AnyView {
    let lang = use_lang();
    let earlier: Vec<_> = std::mem::take(&mut piece.earlier)
        .into_iter()
        .map(|version| view! { <li class="evidence">{opened(&version)}{facts(&version)}{withdrawn(&version)}</li> })
        .collect();
    let count = Arg::from(earlier.len());
    let earlier = (!earlier.is_empty()).then(|| {
        view! {
            <details class="evidence-earlier">
                <summary>{t_args(lang, "evidence-earlier", &[("count", count)])}</summary>
                <ul class="evidence-list">{earlier}</ul>
            </details>
        }
    });
    view! {
        {opened(&piece)}
        {facts(&piece)}
        {withdrawn(&piece)}
        {print(&piece)}
        {earlier}
        {offered(&piece, actions)}
    }
    .into_any()
}

/// The title, as the way to open it where there is one.
fn opened(piece: &EvidenceView) -> AnyView {
    let lang = use_lang();
    let title = view! { <Words text=piece.title.clone() /> };
    let inner = match &piece.matter {
        Some(MatterView::File(file)) => {
            let kind = file.name.rsplit_once('.').map(|(_, ending)| ending.to_uppercase()).unwrap_or_default();
            let about = format!("{kind}, {}", size(lang, file.bytes));
            view! {
                <a href=format!("/evidence/{}/file", piece.id) download="">{title}</a>
                <span class="evidence-kind">{about}</span>
            }
            .into_any()
        }
        Some(MatterView::Link(url)) => view! {
            <a href=url.clone() rel="external noopener noreferrer">{title}</a>
            <span class="evidence-kind">{host(url)}</span>
        }
        .into_any(),
        None => view! { <span class="evidence-gone">{title}</span> }.into_any(),
    };
    view! { <p class="evidence-title">{inner}</p> }.into_any()
}

/// Who may see it, how it is marked, who brought it and when.
fn facts(piece: &EvidenceView) -> AnyView {
    let lang = use_lang();
    let audience = t(lang, if piece.is_public { "evidence-public" } else { "evidence-internal" });
    let class = if piece.is_public { "evidence-tag" } else { "evidence-tag evidence-tag-internal" };
    let marked = (piece.marking != Marking::Unclassified)
        .then(|| view! { <span class="evidence-tag evidence-tag-marked">{name_of(lang, "marking", piece.marking)}</span> });
    let version = (piece.version > 1).then(|| {
        let words = t_args(lang, "evidence-version", &[("version", Arg::from(piece.version.to_string()))]);
        view! { <span>{words}</span> }
    });
    let by = [("who", Arg::from(piece.added_by.clone())), ("date", Arg::from(dates::day(lang, piece.added_on)))];
    let by = match &piece.contact {
        Some(contact) => {
            let [who, date] = by;
            t_args(lang, "evidence-added-for", &[who, date, ("contact", Arg::from(contact.clone()))])
        }
        None => t_args(lang, "evidence-added-by", &by),
    };
    view! {
        <p class="evidence-facts">
            <span class=class>{audience}</span>
            {marked}
            {version}
            <span>{by}</span>
        </p>
    }
    .into_any()
}

fn withdrawn(piece: &EvidenceView) -> AnyView {
    let lang = use_lang();
    let line = piece.withdrawn.as_ref().map(|(on, reason)| {
        let words =
            t_args(lang, "evidence-withdrawn", &[("date", dates::day(lang, *on).into()), ("reason", reason.clone().into())]);
        view! { <p class="evidence-withdrawn">{words}</p> }
    });
    line.into_any()
}

/// The fingerprint of a file: short to look at, whole to compare.
fn print(piece: &EvidenceView) -> AnyView {
    let lang = use_lang();
    let Some(MatterView::File(FileView { name, sha256, .. })) = &piece.matter else { return ().into_any() };
    let short: String = sha256.chars().take(12).collect();
    view! {
        <details class="evidence-print">
            <summary>{t(lang, "evidence-print")}" "<code>{short}</code></summary>
            <p>{t(lang, "evidence-print-help")}</p>
            <p><code class="evidence-hash">{sha256.clone()}</code></p>
            <p>{t_args(lang, "evidence-file-name", &[("name", Arg::from(name.clone()))])}</p>
        </details>
    }
    .into_any()
}

fn offered(piece: &EvidenceView, actions: EvidenceActions) -> AnyView {
    let lang = use_lang();
    if !piece.counts() {
        return ().into_any();
    }
    let title = piece.title.as_ref().map(|title| title.text.clone()).unwrap_or_default();
    let about = |key: &str| t_args(lang, key, &[("title", Arg::from(title.clone()))]);
    let replace = actions.replace.map(|measure| {
        let way = if matches!(piece.matter, Some(MatterView::Link(_))) { "&add=link" } else { "" };
        let href = format!("/measures/{measure}/evidence?replaces={}{way}#add", piece.id);
        view! { <a href=href aria-label=about("evidence-replace-this")>{t(lang, "evidence-replace")}</a> }
    });
    let withdraw = actions.withdraw.then(|| {
        let href = format!("/evidence/{}/withdraw", piece.id);
        view! { <a href=href aria-label=about("evidence-withdraw-this")>{t(lang, "evidence-withdraw")}</a> }
    });
    (replace.is_some() || withdraw.is_some())
        .then(|| view! { <p class="evidence-actions no-print">{replace}{withdraw}</p> })
        .into_any()
}

/// How large a file is: "120 KB", "1,4 Mo".
#[must_use]
pub fn size(lang: Lang, bytes: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = KB * KB;
    let tenths = |unit: u64| (bytes * 10).div_ceil(unit);
    let (key, number) = match bytes {
        0..MB => ("evidence-size-kb", (tenths(KB).div_ceil(10)).max(1).to_string()),
        _ => {
            let part = if lang == Lang::Fr { ',' } else { '.' };
            ("evidence-size-mb", format!("{}{part}{}", tenths(MB) / 10, tenths(MB) % 10))
        }
    };
    t_args(lang, key, &[("size", Arg::from(number))])
}

/// The site a link leads to.
fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{day, english, html};

    fn piece(matter: Option<MatterView>) -> EvidenceView {
        EvidenceView {
            id: 5,
            deliverable: None,
            title: english("Minutes"),
            marking: Marking::ProtectedA,
            is_public: false,
            matter,
            version: 2,
            added_by: "Luc".into(),
            added_on: day("2018-07-10"),
            contact: None,
            withdrawn: None,
            earlier: Vec::new(),
        }
    }

    fn file() -> Option<MatterView> {
        Some(MatterView::File(FileView { name: "a.pdf".into(), bytes: 1_500_000, sha256: "ab".repeat(32) }))
    }

    #[test]
    fn sizes_are_written_as_each_language_writes_them() {
        assert_eq!(size(Lang::En, 1), "1 KB");
        assert_eq!(size(Lang::Fr, 122_000), "120\u{a0}Ko");
        assert_eq!(size(Lang::Fr, 1_500_000), "1,5\u{a0}Mo");
        assert_eq!(size(Lang::En, 20 * 1024 * 1024), "20.0 MB");
    }

    #[test]
    fn a_piece_says_how_it_is_marked_who_sees_it_and_what_it_was_before() {
        let mut latest = piece(file());
        latest.earlier.push(EvidenceView { id: 4, version: 1, ..piece(file()) });
        let actions = EvidenceActions { replace: Some(7), withdraw: true };
        let shown = html(Lang::En, move || view! { <EvidenceList pieces=vec![latest] actions=actions /> });
        for words in ["Protected A", "Version 2", "1 earlier version", "href=\"/evidence/4/file\"", "PDF, 1.5 MB", "abababababab"]
        {
            assert!(shown.contains(words), "{words} is not in {shown}");
        }
        assert!(shown.contains("replaces=5") && shown.contains("/evidence/5/withdraw"), "{shown}");
    }

    #[test]
    fn what_was_withdrawn_is_a_line_of_the_record_and_offers_nothing() {
        let gone = EvidenceView { withdrawn: Some((day("2018-07-11"), "Wrong file".into())), ..piece(None) };
        let actions = EvidenceActions { replace: Some(7), withdraw: true };
        let shown = html(Lang::En, move || view! { <EvidenceList pieces=vec![gone] actions=actions /> });
        assert!(shown.contains("Wrong file") && !shown.contains("href="), "{shown}");
    }

    #[test]
    fn a_link_says_where_it_leads() {
        assert_eq!(host("https://www.canada.ca/fr/x?y#z"), "www.canada.ca");
        let link = piece(Some(MatterView::Link("https://www.canada.ca/x".into())));
        let shown = html(Lang::Fr, move || view! { <EvidenceList pieces=vec![link] /> });
        assert!(shown.contains("rel=\"external noopener noreferrer\"") && shown.contains("www.canada.ca"), "{shown}");
    }
}
