//! Evidence: what is taken, who sees it, its versions, and what it does to a verified measure.

use crate::support::{Bench, Db, measure};
use app::{
    api::evidence::{EvidenceView, MatterView},
    backend::{Caller, Evidence, Measures, Plans, Progress, Trail},
    error::AppError,
};
use domain::{
    evidence::{EvidenceNote, MAX_PIECES, MAX_VERSIONS, Marking, TypedEvidence},
    measure::MeasureStatus,
    people::Role,
    problem::{Problem, ProblemCode},
    progress::TypedProgress,
    text::Lang,
    trail::RecordKind,
};
use rstest::rstest;
use server::{
    files::CheckedFile,
    services::{Author, evidence::NewEvidence},
    store::{audit, evidence, life, measures::Scope},
};

/// Somebody of each role, and a measure of SP.
struct Scene {
    bench: Bench,
    coordinator: Caller,
    lead: Caller,
    reader: Caller,
    plan: i64,
    id: i64,
}

impl Scene {
    async fn open(db: Db) -> Option<Self> {
        let bench = Bench::open(db).await?;
        let sp = bench.organisation("SP").await;
        let coordinator = bench.person("Claire", Some(sp), Role::Coordinator).await;
        let lead = bench.person("Luc", Some(sp), Role::Lead).await;
        let reader = bench.person("Rita", Some(sp), Role::Reader).await;
        let plan = bench.approved_plan(&coordinator, vec![measure("Tenir une réunion", "SP", "avril 2018")]).await;
        let id = bench.measures(plan).await[0].figures.id;
        Some(Self { bench, coordinator, lead, reader, plan, id })
    }

    async fn here() -> Self {
        Self::open(Db::Sqlite).await.expect("SQLite is always there")
    }

    async fn version(&self) -> i32 {
        self.bench.measures(self.plan).await[0].lock_version
    }

    async fn add(&self, typed: &TypedEvidence, name: &str, bytes: &[u8]) -> Result<(), AppError> {
        let version = self.version().await;
        self.bench.services.add_file(&self.lead, self.id, version, typed, CheckedFile::whole(name, bytes)).await
    }

    async fn list(&self, who: &Caller) -> Vec<EvidenceView> {
        self.bench.services.page(who, self.id).await.expect("the page").pieces
    }

    /// Claims and verifies the measure, as the workflow leaves it.
    async fn verify(&self) {
        let deliverable = self.bench.measures(self.plan).await[0].deliverables[0].id;
        let mut claim = TypedProgress {
            status: "completed_to_verify".into(),
            done: "Tout".into(),
            text_lang: "fr".into(),
            ..TypedProgress::default()
        };
        claim.deliverables.insert(deliverable, "delivered".into());
        self.bench.services.record(&self.lead, self.id, self.version().await, &claim).await.expect("the claim");
        let measure = self.bench.measures(self.plan).await.remove(0);
        self.bench
            .write(async |tx| {
                let plan = server::store::plans::find(tx, self.plan).await?.expect("the plan");
                let before = life::standing(tx, &measure, &plan).await?;
                let after = domain::workflow::Standing { status: MeasureStatus::VerifiedClosed, ..before.clone() };
                life::advance(tx, self.id, measure.lock_version, (&before, &after), self.bench.services.clock.today()).await
            })
            .await;
    }

    async fn status(&self) -> MeasureStatus {
        self.bench.measures(self.plan).await[0].figures.facts.status
    }
}

fn typed(title: &str) -> TypedEvidence {
    TypedEvidence { title: title.into(), text_lang: "fr".into(), marking: "unclassified".into(), ..TypedEvidence::default() }
}

fn problems(result: Result<(), AppError>) -> Vec<Problem> {
    result.expect_err("refused").problems().to_vec()
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_file_is_kept_with_its_hash_and_comes_back_as_it_was(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    let deliverable = scene.bench.measures(scene.plan).await[0].deliverables[0].id;
    let about = TypedEvidence { deliverable: deliverable.to_string(), marking: "protected_a".into(), ..typed("Procès-verbal") };
    scene.add(&about, "C:\\Mes documents\\pv.txt", "Réunion tenue\n".as_bytes()).await.expect("added");
    let [piece] = scene.list(&scene.lead).await.try_into().expect("one piece");
    assert_eq!((piece.deliverable, piece.marking, piece.is_public), (Some(deliverable), Marking::ProtectedA, false));
    let Some(MatterView::File(file)) = &piece.matter else { panic!("a file") };
    assert_eq!((file.name.as_str(), file.bytes), ("pv.txt", 15));
    // sha256sum of those bytes.
    assert_eq!(file.sha256.len(), 64);
    let (kept, bytes) = scene.bench.services.open_file(&scene.lead, piece.id).await.expect("the file");
    assert_eq!((kept.sha256, bytes), (file.sha256.clone(), "Réunion tenue\n".as_bytes().to_vec()));
    assert_eq!(scene.version().await, 1, "the measure was touched");
    assert_eq!(scene.bench.write(async |tx| audit::verify(tx).await).await, None);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_new_version_keeps_the_old_one_and_both_can_be_opened(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    scene.add(&typed("Mandat"), "mandat.txt", b"un").await.expect("the first");
    let first = scene.list(&scene.lead).await[0].id;
    let next = TypedEvidence { replaces: first.to_string(), ..typed("Mandat, revu") };
    scene.add(&next, "mandat.txt", b"deux").await.expect("the second");
    let [piece] = scene.list(&scene.lead).await.try_into().expect("one piece");
    assert_eq!((piece.version, piece.earlier.len(), piece.earlier[0].id), (2, 1, first));
    for (id, bytes) in [(piece.id, b"deux".as_slice()), (first, b"un")] {
        assert_eq!(scene.bench.services.open_file(&scene.lead, id).await.expect("the file").1, bytes);
    }
    let again = scene.add(&next, "mandat.txt", b"trois").await;
    assert_eq!(problems(again), [Problem::new("replaces", ProblemCode::NotAChoice)], "only the latest is replaced");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_reader_knows_nothing_of_what_is_internal(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    scene.add(&typed("Note interne"), "note.txt", b"secret").await.expect("added");
    let public = TypedEvidence { public: "yes".into(), ..typed("Note publique") };
    scene.add(&public, "publique.txt", b"public").await.expect("added");
    let seen = scene.list(&scene.lead).await;
    let [open, internal] = seen.as_slice() else { panic!("two pieces") };
    let s = &scene.bench.services;
    assert_eq!(scene.list(&scene.reader).await.iter().map(|piece| piece.id).collect::<Vec<_>>(), [open.id]);
    assert!(s.open_file(&scene.reader, open.id).await.is_ok());
    assert_eq!(s.open_file(&scene.reader, internal.id).await.map(drop), Err(AppError::NotFound));
    let measure = Measures::show(s, &scene.reader, scene.id, 1).await.expect("the page");
    assert_eq!((measure.evidence.len(), measure.may_add_evidence), (1, false));
    let counted = async |who: &Caller| {
        let plan = Plans::show(s, who, scene.plan, &Default::default()).await.expect("the plan");
        plan.recommendations[0].measures[0].evidence
    };
    assert_eq!((counted(&scene.lead).await, counted(&scene.reader).await), (2, 1));
    let history = s.history(&scene.reader, RecordKind::Measure, scene.id, 1).await.expect("the history");
    let told = format!("{history:?}");
    assert!(told.contains("evidence_added") && !told.contains("interne") && !told.contains("note.txt"), "{told}");
    let hidden = s.history(&scene.reader, RecordKind::Evidence, internal.id, 1).await;
    assert_eq!(hidden.map(drop), Err(AppError::NotFound));
}

#[tokio::test]
async fn who_may_not_add_or_withdraw_is_told_so_and_a_stranger_learns_nothing() {
    let scene = Scene::here().await;
    scene.add(&TypedEvidence { public: "yes".into(), ..typed("Note") }, "note.txt", b"x").await.expect("added");
    let piece = scene.list(&scene.lead).await[0].id;
    let s = &scene.bench.services;
    let stranger = scene.bench.person_with("Nobody", None, &[]).await;
    for (who, expected) in [(&scene.reader, AppError::NotAllowed), (&stranger, AppError::NotFound)] {
        let file = CheckedFile::whole("a.txt", b"x");
        assert_eq!(s.may_add(who, scene.id).await, Err(expected.clone()));
        assert_eq!(s.add_file(who, scene.id, 1, &typed("a"), file).await, Err(expected.clone()));
        let link = TypedEvidence { url: "https://canada.ca".into(), ..typed("a") };
        assert_eq!(s.add_link(who, scene.id, 1, &link).await, Err(expected.clone()));
        assert_eq!(s.piece(who, piece).await.map(drop), Err(expected.clone()));
        assert_eq!(s.withdraw(who, piece, 0, "x").await, Err(expected.clone()));
    }
    assert_eq!(s.page(&stranger, scene.id).await.map(drop), Err(AppError::NotFound));
    assert_eq!(s.open_file(&stranger, piece).await.map(drop), Err(AppError::NotFound));
    assert_eq!(scene.list(&scene.lead).await.len(), 1);
}

#[tokio::test]
async fn every_problem_of_the_form_comes_at_once_and_a_refused_file_is_not_kept() {
    let scene = Scene::here().await;
    let about = TypedEvidence { title: " ".into(), marking: "protected_b".into(), ..typed("") };
    let refused = problems(scene.add(&about, "malware.pdf", b"MZ\x90\0\x03\0\0\0\x04\0\0\0").await);
    let codes: Vec<_> = refused.iter().map(|problem| (problem.field.as_str(), problem.code)).collect();
    assert_eq!(
        codes,
        [
            ("evidence_title", ProblemCode::Required),
            ("marking", ProblemCode::MarkingTooHigh),
            ("document", ProblemCode::FileKind)
        ]
    );
    let only_marking = TypedEvidence { marking: "higher".into(), ..typed("Secret") };
    assert_eq!(problems(scene.add(&only_marking, "a.txt", b"x").await), [Problem::new("marking", ProblemCode::MarkingTooHigh)]);
    let elsewhere = TypedEvidence { deliverable: "999".into(), ..typed("Ailleurs") };
    assert_eq!(problems(scene.add(&elsewhere, "a.txt", b"x").await), [Problem::new("deliverable", ProblemCode::NotAChoice)]);
    assert!(scene.list(&scene.lead).await.is_empty());
    assert_eq!(scene.bench.services.files.kept().await.expect("the store"), 0, "nothing was put anywhere");
}

#[tokio::test]
async fn a_page_that_is_old_is_refused_and_leaves_no_file_behind() {
    let scene = Scene::here().await;
    let s = &scene.bench.services;
    scene.add(&typed("Une"), "a.txt", b"x").await.expect("added");
    let late = s.add_file(&scene.lead, scene.id, 0, &typed("Deux"), CheckedFile::whole("b.txt", b"y")).await;
    assert_eq!(late, Err(AppError::Conflict));
    assert_eq!(s.files.kept().await.expect("the store"), 1);
}

#[tokio::test]
async fn a_measure_takes_so_many_pieces_and_then_only_new_versions() {
    let scene = Scene::here().await;
    let link = |url: &str| TypedEvidence { url: url.into(), ..typed("Lien") };
    let s = &scene.bench.services;
    for version in 0..MAX_PIECES {
        let version = i32::try_from(version).expect("a few");
        s.add_link(&scene.lead, scene.id, version, &link("https://canada.ca")).await.expect("added");
    }
    let version = scene.version().await;
    let more = s.add_link(&scene.lead, scene.id, version, &link("https://canada.ca")).await;
    assert_eq!(problems(more), [Problem::new("evidence_url", ProblemCode::TooManyFiles)]);
    let file = s.add_file(&scene.lead, scene.id, version, &typed("Fichier"), CheckedFile::whole("a.txt", b"x")).await;
    assert_eq!(problems(file), [Problem::new("document", ProblemCode::TooManyFiles)]);
    let newest = scene.list(&scene.lead).await[0].id;
    let newer = TypedEvidence { replaces: newest.to_string(), ..link("https://canada.ca/2") };
    s.add_link(&scene.lead, scene.id, version, &newer).await.expect("a new version");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn new_evidence_sets_a_verified_measure_back_and_so_does_a_withdrawal(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    scene.verify().await;
    let s = &scene.bench.services;
    assert!(s.page(&scene.lead, scene.id).await.expect("the page").reopens, "the page warns before");
    scene.add(&typed("Ajout"), "a.txt", b"x").await.expect("added");
    assert_eq!(scene.status().await, MeasureStatus::CompletedToVerify);
    let row = scene.bench.measures(scene.plan).await.remove(0);
    assert_eq!(row.figures.ended_on, None);

    // Verified once more, by the same path.
    let measure = scene.bench.measures(scene.plan).await.remove(0);
    scene
        .bench
        .write(async |tx| {
            let plan = server::store::plans::find(tx, scene.plan).await?.expect("the plan");
            let before = life::standing(tx, &measure, &plan).await?;
            let after = domain::workflow::Standing { status: MeasureStatus::VerifiedClosed, ..before.clone() };
            life::advance(tx, scene.id, measure.lock_version, (&before, &after), s.clock.today()).await
        })
        .await;
    let piece = scene.list(&scene.lead).await[0].id;
    assert!(s.piece(&scene.lead, piece).await.expect("the page").reopens);
    s.withdraw(&scene.lead, piece, 0, "Mauvais fichier").await.expect("withdrawn");
    assert_eq!(scene.status().await, MeasureStatus::CompletedToVerify);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn what_is_withdrawn_stays_on_record_and_only_the_coordination_opens_it(#[case] db: Db) {
    let Some(scene) = Scene::open(db).await else { return };
    scene.add(&TypedEvidence { public: "yes".into(), ..typed("Note") }, "note.txt", b"x").await.expect("added");
    let piece = scene.list(&scene.lead).await[0].id;
    let s = &scene.bench.services;
    let without = s.withdraw(&scene.lead, piece, 0, "  ").await.map(drop);
    assert_eq!(problems(without), [Problem::new("withdraw_reason", ProblemCode::ReasonRequired)]);
    assert_eq!(s.withdraw(&scene.lead, piece, 7, "Trop tard").await, Err(AppError::Conflict));
    assert_eq!(s.withdraw(&scene.lead, piece, 0, "Mauvais fichier").await, Ok(scene.id));
    let lead = &scene.list(&scene.lead).await[0];
    assert_eq!(lead.withdrawn.as_ref().map(|(_, reason)| reason.as_str()), Some("Mauvais fichier"));
    assert_eq!(lead.matter, None);
    assert!(scene.list(&scene.coordinator).await[0].matter.is_some());
    assert!(scene.list(&scene.reader).await.is_empty());
    assert_eq!(s.open_file(&scene.lead, piece).await.map(drop), Err(AppError::NotFound));
    assert_eq!(s.open_file(&scene.coordinator, piece).await.expect("the file").1, b"x");
    assert_eq!(s.withdraw(&scene.lead, piece, 1, "Encore").await, Err(AppError::NotFound));
    let counted = scene.bench.write(async |tx| evidence::counts(tx, &Scope::plan(scene.plan), false).await).await;
    assert!(counted.is_empty(), "it proves nothing any more");
}

#[tokio::test]
async fn a_service_may_add_what_a_contact_sent_in_its_own_transaction() {
    let scene = Scene::here().await;
    let s = &scene.bench.services;
    let author = Author::caller(&scene.coordinator, s.clock.now());
    let kept = s.files.put(CheckedFile::whole("recu.txt", b"x").expect("a text")).await.expect("kept");
    let written = serde_json::to_string(&kept).expect("a proposal holds it");
    let note = EvidenceNote {
        title: "Reçu".into(),
        lang: Lang::Fr,
        marking: Marking::Unclassified,
        is_public: false,
        deliverable: None,
        replaces: None,
    };
    let measure = scene.bench.measures(scene.plan).await.remove(0);
    s.store
        .write(async |tx| {
            let plan = server::store::plans::find(tx, scene.plan).await?.expect("the plan");
            let matter = evidence::Matter::File(serde_json::from_str(&written).expect("the same file"));
            let new = NewEvidence { note: &note, matter, contact: Some("Jo Roy") };
            let added = s.add_evidence(tx, &author, (&measure, &plan), 0, new).await?;
            Ok::<_, AppError>(audit::record_all(tx, added.entries).await?)
        })
        .await
        .expect("added");
    let piece = &scene.list(&scene.coordinator).await[0];
    assert_eq!((piece.added_by.as_str(), piece.contact.as_deref()), ("Claire", Some("Jo Roy")));
}

#[tokio::test]
async fn a_piece_has_so_many_versions_and_no_more() {
    let scene = Scene::here().await;
    let link = TypedEvidence { url: "https://canada.ca".into(), ..typed("Site") };
    scene.bench.services.add_link(&scene.lead, scene.id, 0, &link).await.expect("the first");
    let id = scene.list(&scene.lead).await[0].id;
    scene
        .bench
        .write(async |tx| {
            use sea_orm::{ActiveValue::Set, EntityTrait};
            use server::store::entities::evidence;
            let row = evidence::ActiveModel { id: Set(id), version: Set(MAX_VERSIONS - 1), ..Default::default() };
            evidence::Entity::update(row).exec(tx).await?;
            Ok(())
        })
        .await;
    let again = |id: i64| TypedEvidence { replaces: id.to_string(), ..link.clone() };
    scene.bench.services.add_link(&scene.lead, scene.id, 1, &again(id)).await.expect("the last version");
    let latest = scene.list(&scene.lead).await[0].id;
    let full = scene.bench.services.add_link(&scene.lead, scene.id, 2, &again(latest)).await;
    assert_eq!(problems(full), [Problem::new("replaces", ProblemCode::TooManyVersions)]);
    scene.bench.services.add_link(&scene.lead, scene.id, 2, &link).await.expect("a new piece");
}
