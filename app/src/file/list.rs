//! The papers of one thing: name, size, who and when, earlier versions, and for whoever
//! may, the form for more.

use super::api;
use super::send::SendForm;
use super::words::*;
use crate::fields::DEED;
use crate::parts::{Badge, Icon, RefusalNotice};
use crate::send::Sending;
use crate::visit::{say, say_counted, use_locale};
use domain::calendar::spoken;
use domain::file::{File, Kind, Owner, earlier, newest};
use domain::words;
use leptos::prelude::*;

/// The papers of a thing.
#[component]
pub fn Papers(
    /// What they belong to.
    owner: Owner,
    /// All versions of them.
    files: Vec<File>,
    /// Whether the person may add some.
    #[prop(default = false)]
    adds: bool,
    /// Whether the person may take them away.
    #[prop(default = false)]
    removes: bool,
    /// The query of the page that a plain form comes back to.
    #[prop(into, optional)]
    back: String,
    /// Whether a new version owes a reason.
    #[prop(default = false)]
    asks_why: bool,
    /// Called when something was kept or taken away.
    #[prop(optional)]
    kept: Option<Callback<()>>,
) -> impl IntoView {
    let all = RwSignal::new(files);
    let removing = Sending::of("file.remove");
    let refresh = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            if let Ok(fresh) = api::list_files(owner).await {
                // The panel may be closed by now.
                let _ = all.try_set(fresh);
            }
            if let Some(kept) = kept {
                kept.run(());
            }
        });
    });
    let to = back.clone();
    let rows = move || {
        all.with(|all| {
            let rows = newest(all).into_iter().map(|file| {
                let before = earlier(all, file).into_iter().cloned().collect();
                row(file, before, removes.then(|| removal(file, &to, removing, refresh)))
            });
            let rows = rows.collect_view();
            if all.is_empty() {
                view! { <p class="soft">{say(NO_FILES)}</p> }.into_any()
            } else {
                view! { <ul class="files">{rows}</ul> }.into_any()
            }
        })
    };
    let form = adds.then(|| view! { <SendForm owner all back asks_why kept=refresh/> });
    view! {
        <section class="papers" aria-labelledby="papers-title">
            <h3 id="papers-title">{say(FILES)}</h3>
            <RefusalNotice refusal=removing.refusal/>
            {rows}
            {form}
        </section>
    }
}

/// The mark of a card: how many papers a thing has.
pub fn count(files: &[File], owner: Owner) -> Option<AnyView> {
    let own: Vec<File> = files.iter().filter(|file| file.owner == owner).cloned().collect();
    let count = newest(&own).len();
    (count > 0).then(|| {
        let text = say_counted(count, [FILE_OF, FILES_OF]);
        view! { <Badge icon="file" text/> }.into_any()
    })
}

fn row(file: &File, before: Vec<File>, removal: Option<AnyView>) -> AnyView {
    let version = (file.version > 1).then(|| {
        let text = format!("{} {}", say(VERSION), file.version);
        view! { <Badge tone="blue" icon="copy" text/> }
    });
    let reason = (!file.reason.is_empty()).then(|| format!(" · {}: {}", say(BECAUSE), file.reason));
    let before = (!before.is_empty()).then(|| {
        let count = before.len();
        let lines = before.iter().map(|file| {
            let which = format!("{} {}: ", say(VERSION), file.version);
            view! { <li>{which} {link(file)} " " <span class="soft">{facts(file)}</span></li> }
        });
        let lines = lines.collect_view();
        view! {
            <details class="more">
                <summary>{say(EARLIER)} " (" {count} ") " <Icon name="down"/></summary>
                <ul>{lines}</ul>
            </details>
        }
    });
    view! {
        <li>
            <Icon name="file"/>
            <div class="what">
                <p>{link(file)} " " {version}</p>
                <p class="soft">{facts(file)} {reason}</p>
                {before}
                {removal}
            </div>
        </li>
    }
    .into_any()
}

/// The way to a file; our program leaves this address to the browser.
pub fn link(file: &File) -> AnyView {
    let href = format!("/files/{}", file.id);
    let target = file.kind.is_shown().then_some("_blank");
    let name = format!("{}: {}", say(VIEW), file.name);
    let view = (file.kind == Kind::Pdf).then(|| {
        view! { " " <a class="view" href=format!("{href}/view") rel="external" target="_blank" aria-label=name>{say(VIEW)}</a> }
    });
    view! { <a href=href.clone() rel="external" target=target>{file.name.clone()}</a> {view} }.into_any()
}

/// "Văn bản DOCX, 1,4 MB · Văn thư Sở Tài chính, 14:36 03/12".
fn facts(file: &File) -> String {
    let locale = use_locale();
    let kind = locale.say(words::file_kind(file.kind));
    let code = match file.kind {
        Kind::Pdf => String::new(),
        kind => format!(" {}", kind.code().to_uppercase()),
    };
    let at = spoken::date_time(file.at.with_timezone(&words::vietnam()).naive_local());
    format!("{kind}{code}, {} · {}, {at}", words::size(locale, file.size), file.by)
}

/// Asked twice, because what is taken away does not come back.
fn removal(file: &File, back: &str, removing: Sending, refresh: Callback<()>) -> AnyView {
    let id = file.id;
    let send = removing.submit(move |_| api::remove_file(id), move |()| refresh.run(()));
    view! {
        <details class="more">
            <summary aria-label=format!("{} {}", say(REMOVE), file.name)>{say(REMOVE)}</summary>
            <form method="post" on:submit=send>
                <input type="hidden" name=DEED value="file.remove"/>
                <input type="hidden" name="id" value=id.to_string()/>
                <input type="hidden" name="back" value=back.to_owned()/>
                <p class="soft">{say(REMOVE_HINT)}</p>
                <button
                    class="button"
                    data-kind="danger"
                    data-size="small"
                    aria-label=format!("{} {}", say(REMOVE_FOR_GOOD), file.name)
                >
                    <Icon name="delete"/>
                    {say(REMOVE_FOR_GOOD)}
                </button>
            </form>
        </details>
    }
    .into_any()
}
