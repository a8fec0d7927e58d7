//! Digests in words, in both languages.

use super::*;
use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    reminders::{ReminderPolicy, Urgency, latest_occurrence, urgency},
    text::Bilingual,
};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn line(label: &str, original: Option<&str>, current: &str, today: &str) -> Line {
    let current: DueDate = current.parse().expect("a due date");
    let due = current.last_day().expect("a dated line");
    let id = label.len() as i64;
    Line {
        subject: if original.is_some() { Subject::Measure(id) } else { Subject::Deliverable(90 + id) },
        occurrence: latest_occurrence(&ReminderPolicy::default(), due, day(today)).expect("a reminder"),
        urgency: urgency(Some(due), day(today)),
        measure: id,
        label: label.to_owned(),
        text: Bilingual::new(Some("Publish <the> framework & guide".into()), Some("Publier le cadre".into())),
        plan: Bilingual::only(Lang::En, "Evaluation of the program"),
        organisation: Some(Bilingual::new(Some("Parks".into()), Some("Parcs".into()))),
        owner_text: None,
        original: original.map(|date| date.parse().expect("a due date")),
        current,
        for_whom: None,
    }
}

fn digest(lang: Lang, sections: Vec<Section>) -> Digest {
    let to = Recipient { id: 5, name: "Marie Roy".into(), email: "marie@example.ca".parse().expect("an address"), lang };
    Digest { to, on: day("2018-07-10"), sections }
}

fn two_sections(lang: Lang) -> Digest {
    let today = "2018-07-10";
    let overdue = vec![line("2a", Some("2018-04"), "2018-06", today)];
    let coming = vec![line("1", Some("2018-07-20"), "2018-07-20", today), line("1", None, "2018-07-20", today)];
    digest(
        lang,
        vec![
            Section { heading: Heading::Urgency(Urgency::Overdue), lines: overdue },
            Section { heading: Heading::Urgency(Urgency::DueWithinTwoWeeks), lines: coming },
        ],
    )
}

fn base() -> Url {
    Url::parse("https://suivi.example.ca").expect("a URL")
}

#[test]
fn a_french_reader_gets_french_with_the_original_date_beside_the_current_one() {
    let mail = compose(&two_sections(Lang::Fr), &base()).expect("a mail");
    assert_eq!(mail.subject, "2\u{a0}mesures à mettre à jour, dont 1\u{a0}en retard");
    let text = mail.text.replace('\u{a0}', " ");
    for words in [
        "Bonjour Marie Roy,",
        "En retard\n=========\n",
        "* Mesure 2a : Publier le cadre\n",
        "Échéance : juin 2018 (date d’origine : avril 2018) · 10 jours de retard ·\n  71 jours depuis la date d’origine\n",
        "Échéance : 20 juillet 2018 (date d’origine) · encore 10 jours\n",
        "Plan : Evaluation of the program (en anglais seulement)\n",
        "\n  https://suivi.example.ca/measures/2/report\n",
    ] {
        assert!(text.contains(words), "{words:?} is missing in\n{text}");
    }
    assert!(mail.html.contains("<html lang=\"fr\">"));
    assert!(mail.html.contains("<span lang=\"en\">Evaluation of the program</span>"), "{}", mail.html);
}

#[test]
fn an_english_reader_gets_english_and_the_page_escapes_what_people_typed() {
    let mail = compose(&two_sections(Lang::En), &base()).expect("a mail");
    assert_eq!(mail.subject, "2 measures to update, 1 of them overdue");
    assert!(mail.text.contains("Due: June 2018 (originally April 2018) · 10 days late"), "{}", mail.text);
    assert!(mail.text.contains("* Measure 1, deliverable: Publish <the> framework & guide"));
    assert!(!mail.html.contains("<the>") && !mail.html.contains(" & "), "{}", mail.html);
    assert!(mail.html.contains("href=\"https://suivi.example.ca/measures/1/report\""));
}

#[test]
fn the_plain_text_is_never_wider_than_mail_programs_show() {
    for lang in [Lang::En, Lang::Fr] {
        let mail = compose(&two_sections(lang), &base()).expect("a mail");
        let wide: Vec<_> = mail.text.lines().filter(|line| line.chars().count() > wrap::WIDTH).collect();
        assert_eq!(wide, Vec::<&str>::new());
        assert!(!mail.text.contains("\n\n\n") && !mail.text.starts_with('\n'), "{}", mail.text);
    }
}

#[test]
fn the_subject_counts_measures_and_agrees_in_number() {
    let today = "2018-07-10";
    let one = |original: &str, heading| {
        digest(Lang::Fr, vec![Section { heading, lines: vec![line("1", Some(original), original, today)] }])
    };
    let late = one("2018-06", Heading::Urgency(Urgency::Overdue));
    assert_eq!(subject(Lang::Fr, &late), "1\u{a0}mesure en retard à mettre à jour");
    assert_eq!(subject(Lang::En, &late), "1 overdue measure to update");
    let coming = one("2018-07", Heading::Urgency(Urgency::DueWithinThirtyDays));
    assert_eq!(subject(Lang::En, &coming), "1 measure to update");
    assert_eq!(subject(Lang::Fr, &coming), "1\u{a0}mesure à mettre à jour");
}

#[test]
fn a_coordinator_is_told_which_organisation_to_ask() {
    let lines = vec![line("3b", Some("2018-06"), "2018-06", "2018-07-10")];
    let mail = compose(&digest(Lang::En, vec![Section { heading: Heading::WithoutAccount, lines }]), &base()).expect("a mail");
    assert!(mail.text.contains("Organisations without an account\n================================\n"), "{}", mail.text);
    assert!(mail.text.contains("Ask Parks where the work stands, then record the answer."), "{}", mail.text);
}

#[test]
fn a_coordinator_is_asked_to_name_who_answers_for_a_measure_of_no_known_organisation() {
    let nobody = Line { organisation: None, ..line("3b", Some("2018-06"), "2018-06", "2018-07-10") };
    let named = Line { owner_text: Some("The regional office".into()), ..nobody.clone() };
    let heading = Heading::for_coordinators(&nobody);
    let english = digest(Lang::En, vec![Section { heading, lines: vec![nobody.clone(), named.clone()] }]);
    let text = compose(&english, &base()).expect("a mail").text;
    assert!(text.contains("Without an owner\n================\n"), "{text}");
    assert!(text.contains("  Name an owner: nobody who can sign in answers for it.\n"), "{text}");
    assert!(text.contains("  Name an owner: the plan says “The regional office”.\n"), "{text}");
    assert!(text.contains("\n  https://suivi.example.ca/measures/2/owner"), "{text}");
    assert!(!text.contains("/report") && !text.contains("Report where the work stands"), "{text}");

    let french = digest(Lang::Fr, vec![Section { heading, lines: vec![named] }]);
    let text = compose(&french, &base()).expect("a mail").text.replace('\u{a0}', " ");
    assert!(text.contains("Sans responsable\n================\n"), "{text}");
    assert!(text.contains("  Nommez une personne responsable : selon le plan, « The regional office ».\n"), "{text}");
}
