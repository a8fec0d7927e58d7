//! `suivi serve`: the pages and the jobs, until stopped.

use super::{
    Failure,
    args::{ServeArgs, Shared},
    demo, logs, print, setup,
};
use crate::{
    config::{Config, MailKind},
    jobs,
    mail::{Files, Mailer, Smtp, Transport},
    services::Services,
    web::{self, Web},
};
use std::{net::SocketAddr, sync::Arc};
use tokio::{net::TcpListener, sync::watch};

/// Serves until the process is told to stop, then lets requests and mails under way come to their end.
pub(super) async fn run(shared: &Shared, args: ServeArgs) -> Result<(), Failure> {
    let config = configured(shared, &args)?;
    logs::start(&config)?;
    let assets = web::read_manifest(&config.site_dir).map_err(Failure::new)?;
    let services = setup::services(&config, setup::clock(&config, args.today), args.demo).await?;
    services.files.probe().await.map_err(Failure::while_doing("Files of evidence cannot be kept (SUIVI_EVIDENCE_URL)"))?;
    if args.demo {
        let (_, laid_on) = demo::load(&services).await?;
        if let Some(warning) = demo::another_day(&config, laid_on, services.clock.today()) {
            eprintln!("{warning}");
        }
    }
    let mailer = mailer(&config)?;
    let trouble =
        format!("Nothing can listen on {} (is Suivi running already? SUIVI_LISTEN names another address)", config.listen);
    let listener = TcpListener::bind(config.listen).await.map_err(Failure::while_doing(&trouble))?;
    welcome(&services, &args, &config).await?;

    let (stop, stopped) = watch::channel(false);
    let jobs = tokio::spawn(jobs::run(services.clone(), mailer, stopped.clone()));
    let router = web::router(Web::new(services, assets, config.site_dir.clone()).behind(config.client_ip));
    let served = axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(told_to_stop(stop));
    served.await.map_err(Failure::while_doing("The server stopped"))?;
    jobs.await.map_err(Failure::while_doing("The jobs stopped badly"))?;
    tracing::info!("stopped");
    Ok(())
}

fn configured(shared: &Shared, args: &ServeArgs) -> Result<Config, Failure> {
    let mut config = setup::config(shared)?;
    if let Some(listen) = args.listen {
        config.listen = listen;
    }
    if args.demo {
        demo::apart(&mut config);
    }
    Ok(config)
}

pub(super) fn mailer(config: &Config) -> Result<Mailer, Failure> {
    let transport: Arc<dyn Transport> = match (config.mail, &config.smtp_url) {
        (MailKind::Smtp, Some(url)) => {
            Arc::new(Smtp::from_url(url.expose()).map_err(Failure::while_doing("SUIVI_SMTP_URL cannot be used"))?)
        }
        _ => Arc::new(Files::new(config.mail_dir())),
    };
    Mailer::new(transport, &config.mail_from).map_err(|_| Failure::new(crate::config::ConfigError::Sender))
}

async fn welcome(services: &Services, args: &ServeArgs, config: &Config) -> Result<(), Failure> {
    print::line(&format!("Suivi is at {}", services.settings.base_url))?;
    if config.guesses_address() {
        eprintln!(
            "Suivi listens on every address of this machine ({}), and links in mails lead to {} until SUIVI_BASE_URL says where \
             people reach it.",
            config.listen, services.settings.base_url
        );
    }
    if args.demo {
        return print::line("This is the demonstration: choose a person on the sign-in page.");
    }
    let email =
        args.first_coordinator.parse().map_err(|_| Failure(format!("{} is not an e-mail address", args.first_coordinator)))?;
    if let Some(person) = services.first_coordinator(&email).await.map_err(Failure::new)? {
        let link = services.first_link(person).await.map_err(Failure::new)?;
        print::line(&format!("First sign-in, as {email}, who coordinates and administers (once, within 24 hours):\n{link}"))?;
    }
    if config.mail == MailKind::Files {
        print::line(&format!("Mails are written to {}; set SUIVI_MAIL=smtp to send them.", config.mail_dir().display()))?;
    }
    Ok(())
}

/// Waits for Ctrl-C or SIGTERM, and tells the jobs.
async fn told_to_stop(stop: watch::Sender<bool>) {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! { () = interrupted => {}, () = terminated => {} }
    let _ = stop.send(true);
}
