//! What every page begins with, and how a page waits for its data.

use super::{errors::ErrorPage, escape::escaped};
use crate::{
    error::AppError,
    i18n::{Arg, t_args},
    request::request,
};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;

/// The document's title and the page's only first-level heading.
#[component]
pub fn PageHeading(
    /// The words of both.
    #[prop(into)]
    title: String,
    /// The language of the words, where it is not the page's.
    #[prop(optional_no_strip)]
    text_lang: Option<String>,
) -> impl IntoView {
    let info = request();
    let key = if info.failure.is_some() { "page-title-error" } else { "page-title" };
    let whole = escaped(&t_args(info.lang, key, &[("title", Arg::from(title.clone()))]));
    view! {
        <Title text=whole />
        <h1 lang=text_lang>{title}</h1>
    }
    .into_any()
}

/// Renders a page once its data is there; an error becomes the error page with its status.
pub fn load<T, V>(
    data: impl Future<Output = Result<T, AppError>> + Send + 'static,
    render: impl FnOnce(T) -> V + Send + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    V: IntoView + 'static,
{
    Suspend::new(async move {
        match data.await {
            Ok(data) => Either::Left(render(data)),
            Err(error) => Either::Right(view! { <ErrorPage error=error /> }),
        }
    })
}
