//! The whole way through a real SMTP server on this machine: aiosmtpd, started with the Python of
//! `SUIVI_TEST_PYTHON`; its own standard library reads the mails back.

use super::seed::{Seed, at, outbox};
use crate::support::{Bench, Db, day};
use domain::{mail::MailState, plan::PlanStatus};
use serde_json::Value;
use server::{
    jobs,
    mail::{Mailer, Smtp},
    services::outbox::SendReport,
};
use std::{
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};

const PYTHON: &str = "SUIVI_TEST_PYTHON";
const READ: &str = r"
import json, mailbox, sys
from email import message_from_bytes, policy
mails = []
box = mailbox.Maildir(sys.argv[1], create=False)
for key in box.keys():
    mail = message_from_bytes(box.get_bytes(key), policy=policy.default)
    part = lambda kind: mail.get_body((kind,)).get_content()
    headers = {name.lower(): str(value) for name, value in mail.items()}
    mails.append({'headers': headers, 'type': mail.get_content_type(), 'text': part('plain'), 'html': part('html')})
print(json.dumps(mails))
";

struct Server {
    child: Child,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a free port").port()
}

fn start(python: &str, mails: &Path) -> Server {
    let port = free_port();
    let child = Command::new(python)
        .args(["-m", "aiosmtpd", "--nosetuid", "--listen", &format!("127.0.0.1:{port}")])
        .args(["--class", "aiosmtpd.handlers.Mailbox"])
        .arg(mails)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("aiosmtpd");
    let server = Server { child, port };
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return server;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("aiosmtpd does not answer");
}

fn read(python: &str, mails: &Path) -> Vec<Value> {
    let out = Command::new(python).args(["-c", READ]).arg(mails).output().expect("Python");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).expect("JSON")
}

#[tokio::test]
async fn a_digest_arrives_through_a_mail_server_as_its_reader_should_see_it() {
    let Ok(python) = std::env::var(PYTHON) else {
        println!("skipped: {PYTHON} is not set");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let mails = folder.path().join("mails");
    let server = start(&python, &mails);

    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let seed = Seed::new(&bench, PlanStatus::Approved).await;
    let measure = seed.measure(1, "2018-04", "2018-05").await;
    seed.measure(2, "2018-06-01", "2018-06-01").await;
    let smtp = Smtp::from_url(&format!("smtp://127.0.0.1:{}", server.port)).expect("a server");
    let mailer = Mailer::new(Arc::new(smtp), "Suivi <suivi@example.gc.ca>").expect("a sender");
    let services = at(&bench.services, "2018-06-06T14:00:00Z");
    let (queued, sent) = jobs::once(&services, &mailer).await.expect("the run");
    assert_eq!((queued.digests, sent), (1, SendReport { sent: 1, delayed: 0, failed: 0 }));
    assert_eq!(services.clock.today(), day("2018-06-06"));

    let arrived = read(&python, &mails);
    assert_eq!(arrived.len(), 1);
    let mail = &arrived[0];
    let header = |name: &str| mail["headers"][name].as_str().unwrap_or_default().to_owned();
    assert_eq!(header("subject"), "2\u{a0}mesures en retard à mettre à jour");
    assert_eq!((header("from"), header("to")), ("Suivi <suivi@example.gc.ca>".into(), "marie@example.gc.ca".into()));
    assert_eq!(header("auto-submitted"), "auto-generated");
    assert_eq!(header("list-id"), "Suivi <reminders.suivi.test>");
    assert_eq!(header("content-language"), "fr");
    assert!(header("date").starts_with("Wed, 06 Jun 2018 14:00:00"), "{}", header("date"));
    assert_eq!(header("message-id"), outbox(&services).await[0].message_id);
    assert_eq!(mail["type"], "multipart/alternative");
    let text = mail["text"].as_str().expect("plain text").replace('\u{a0}', " ").replace("\r\n", "\n");
    for words in [
        "Bonjour Marie,\n",
        "\n* Mesure 1 : Publier le guide 1\n",
        "  Échéance : mai 2018 (date d’origine : avril 2018) · 6 jours de retard ·\n  37 jours depuis la date d’origine\n",
        "  Échéance : 1er juin 2018 (date d’origine) · 5 jours de retard\n",
        &format!("\n  http://suivi.test/measures/{measure}/report\n"),
    ] {
        assert!(text.contains(words), "{words:?} is missing in\n{text}");
    }
    let html = mail["html"].as_str().expect("a page");
    assert!(
        html.contains("<html lang=\"fr\">") && html.contains(&format!("href=\"http://suivi.test/measures/{measure}/report\""))
    );
}

#[tokio::test]
async fn a_mail_server_that_does_not_answer_is_tried_again_later() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let seed = Seed::new(&bench, PlanStatus::Approved).await;
    seed.measure(1, "2018-04", "2018-04").await;
    let smtp = Smtp::from_url(&format!("smtp://user:secret@127.0.0.1:{}", free_port())).expect("a server");
    let mailer = Mailer::new(Arc::new(smtp), "suivi@example.gc.ca").expect("a sender");
    let services = at(&bench.services, "2018-05-09T14:00:00Z");
    let (_, sent) = jobs::once(&services, &mailer).await.expect("the run");
    assert_eq!(sent, SendReport { sent: 0, delayed: 1, failed: 0 });
    let row = outbox(&services).await.remove(0);
    assert_eq!((row.state, row.last_error.as_deref()), (MailState::Waiting, Some("smtp-connection")));
}
