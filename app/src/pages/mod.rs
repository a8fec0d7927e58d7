//! The pages, a folder per noun, and which address shows which.

pub mod account;
pub mod accounts;
pub mod admin;
pub mod comments;
pub mod contacts;
pub mod costs;
pub mod decisions;
pub mod evidence;
pub mod imports;
pub mod log;
pub mod measures;
mod missing;
pub mod plans;
pub mod progress;
pub mod reports;
pub mod security;
pub mod work;

use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};

/// Every page. Each is rendered whole before it is sent, so that its status and redirects are right.
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <Router>
            <FlatRoutes fallback=missing::Missing>
                <Route path=path!("/") view=work::Work ssr=SsrMode::Async />
                <Route path=path!("/admin") view=admin::Index ssr=SsrMode::Async />
                <Route path=path!("/admin/mail") view=admin::Outbox ssr=SsrMode::Async />
                <Route path=path!("/admin/mail/:id") view=admin::OneMail ssr=SsrMode::Async />
                <Route path=path!("/admin/organisations") view=admin::Organisations ssr=SsrMode::Async />
                <Route path=path!("/admin/organisations/new") view=admin::OrganisationNew ssr=SsrMode::Async />
                <Route path=path!("/admin/organisations/:id") view=admin::Organisation ssr=SsrMode::Async />
                <Route path=path!("/admin/people") view=admin::People ssr=SsrMode::Async />
                <Route path=path!("/admin/people/new") view=admin::PersonNew ssr=SsrMode::Async />
                <Route path=path!("/admin/people/import") view=admin::ImportStart ssr=SsrMode::Async />
                <Route path=path!("/admin/people/import/:id") view=admin::ImportPreview ssr=SsrMode::Async />
                <Route path=path!("/admin/people/:id") view=admin::Person ssr=SsrMode::Async />
                <Route path=path!("/admin/people/:id/edit") view=admin::PersonEdit ssr=SsrMode::Async />
                <Route path=path!("/admin/people/:id/roles") view=admin::PersonRoles ssr=SsrMode::Async />
                <Route path=path!("/admin/people/:id/away") view=admin::PersonAway ssr=SsrMode::Async />
                <Route path=path!("/admin/settings") view=admin::Settings ssr=SsrMode::Async />
                <Route path=path!("/import") view=imports::Import ssr=SsrMode::Async />
                <Route path=path!("/import/:id") view=imports::Preview ssr=SsrMode::Async />
                <Route path=path!("/measures/:id") view=measures::Measure ssr=SsrMode::Async />
                <Route path=path!("/measures/:id/edit") view=plans::edit::EditMeasure ssr=SsrMode::Async />
                <Route path=path!("/measures/:id/owner") view=plans::edit::NameOwnerPage ssr=SsrMode::Async />
                <Route path=path!("/measures/:id/evidence") view=evidence::EvidenceOfMeasure ssr=SsrMode::Async />
                <Route path=path!("/evidence/:id/withdraw") view=evidence::Withdraw ssr=SsrMode::Async />
                <Route path=path!("/plans/:id/costs") view=costs::CostsOfPlan ssr=SsrMode::Async />
                <Route path=path!("/plans/:id/costs/new") view=costs::NewCost ssr=SsrMode::Async />
                <Route path=path!("/costs/:id") view=costs::EditCost ssr=SsrMode::Async />
                <Route path=path!("/comments/:id") view=comments::Comment ssr=SsrMode::Async />
                <Route path=path!("/measures/:id/report") view=progress::Report ssr=SsrMode::Async />
                <Route path=path!("/measures/:id/ask") view=contacts::Ask ssr=SsrMode::Async />
                <Route path=path!("/proposals/:id") view=contacts::Proposal ssr=SsrMode::Async />
                <Route path=path!("/answer/:token") view=contacts::AnswerLink ssr=SsrMode::Async />
                <Route path=path!("/answered") view=contacts::Answered ssr=SsrMode::Async />
                <Route path=path!("/report") view=progress::ReportMany ssr=SsrMode::Async />
                <Route path=path!("/measures/:id/extension") view=decisions::AskExtensionPage ssr=SsrMode::Async />
                <Route path=path!("/measures/:id/verify") view=decisions::VerifyPage ssr=SsrMode::Async />
                <Route path=path!("/measures/:id/decide") view=decisions::FatePage ssr=SsrMode::Async />
                <Route path=path!("/extensions/:id") view=decisions::ExtensionPage ssr=SsrMode::Async />
                <Route path=path!("/plans") view=plans::Plans ssr=SsrMode::Async />
                <Route path=path!("/plans/:id/edit") view=plans::edit::EditPlanPage ssr=SsrMode::Async />
                <Route path=path!("/plans/:id/measures/new") view=plans::edit::NewMeasure ssr=SsrMode::Async />
                <Route path=path!("/plans/:id/missing") view=plans::edit::Missing ssr=SsrMode::Async />
                <Route path=path!("/plans/:id/recommendations/new") view=plans::edit::NewRecommendation ssr=SsrMode::Async />
                <Route path=path!("/recommendations/:id/edit") view=plans::edit::EditRecommendation ssr=SsrMode::Async />
                <Route path=path!("/plans/:id") view=plans::Plan ssr=SsrMode::Async />
                <Route path=path!("/plans/:id/reporting") view=plans::Reporting ssr=SsrMode::Async />
                <Route path=path!("/overdue") view=reports::OverduePage ssr=SsrMode::Async />
                <Route path=path!("/plans/:id/meeting-report") view=reports::MeetingReportPage ssr=SsrMode::Async />
                <Route path=path!("/account") view=account::Account ssr=SsrMode::Async />
                <Route path=path!("/account/security") view=security::SecurityPage ssr=SsrMode::Async />
                <Route path=path!("/account/security/second-factor") view=security::FactorPage ssr=SsrMode::Async />
                <Route path=path!("/account/security/recovery-codes") view=security::CodesPage ssr=SsrMode::Async />
                <Route path=path!("/welcome") view=accounts::WelcomePage ssr=SsrMode::Async />
                <Route path=path!("/admin/log") view=log::Log ssr=SsrMode::Async />
                <Route path=path!("/sign-in") view=accounts::SignInPage ssr=SsrMode::Async />
                <Route path=path!("/sign-in/sso/problem") view=accounts::SsoProblemPage ssr=SsrMode::Async />
                <Route path=path!("/sign-in/sent") view=accounts::SentPage ssr=SsrMode::Async />
                <Route path=path!("/sign-in/link/:token") view=accounts::LinkPage ssr=SsrMode::Async />
                <Route path=path!("/sign-in/forgot") view=accounts::ForgotPage ssr=SsrMode::Async />
                <Route path=path!("/sign-in/forgot/sent") view=accounts::ForgotSentPage ssr=SsrMode::Async />
                <Route path=path!("/sign-in/reset/:token") view=accounts::ResetPage ssr=SsrMode::Async />
                <Route path=path!("/sign-in/second-factor") view=accounts::SecondFactorPage ssr=SsrMode::Async />
            </FlatRoutes>
        </Router>
    }
}
