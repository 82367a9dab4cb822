//! The page at `/desk/settings`: the names of the office and the rules of requests.

use super::api::{self, House};
use super::files::{FilesFacts, FilesForm};
use super::profile::{ProfileFacts, ProfileForm};
use super::requests::{RulesFacts, RulesForm};
use super::tabs::{Head, OFFICE_PATH};
use super::words::*;
use crate::parts::refused_page;
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, use_actor};
use domain::Deed;
use leptos::prelude::*;

/// The page at `/desk/settings`.
#[derive(Clone, Copy)]
pub struct SettingsPage {
    house: Resource<Answer<House>>,
}

impl SettingsPage {
    fn open() -> Self {
        Self { house: Resource::new(|| (), |()| api::read()) }
    }
}

/// The page at its address; it asks the server when it is shown.
pub fn settings_page() -> AnyView {
    let this = SettingsPage::open();
    view! {
        <PageTitle text=say(SETTINGS)/>
        <Transition>
            {move || Suspend::new(async move {
                match this.house.await {
                    Ok(house) => view! { <Settings house page=this/> }.into_any(),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Settings(house: House, page: SettingsPage) -> impl IntoView {
    let may = use_actor().can(Deed::EditSettings);
    let profile = house.profile;
    view! {
        <Head path=OFFICE_PATH/>
        <section class="setting" aria-labelledby="names">
            <div>
                <h2 id="names">{say(NAMES)}</h2>
                <p class="soft">{say(NAMES_LEAD)}</p>
            </div>
            {if may {
                view! { <ProfileForm profile/> }.into_any()
            } else {
                view! { <ProfileFacts profile/> }.into_any()
            }}
        </section>
        <section class="setting" aria-labelledby="requests">
            <div>
                <h2 id="requests">{say(REQUESTS)}</h2>
                <p class="soft">{say(REQUESTS_LEAD)}</p>
            </div>
            {if may {
                let saved = Callback::new(move |()| page.house.refetch());
                view! { <RulesForm rules=house.requests saved/> }.into_any()
            } else {
                view! { <RulesFacts rules=house.requests/> }.into_any()
            }}
        </section>
        <section class="setting" aria-labelledby="files">
            <div>
                <h2 id="files">{say(FILES)}</h2>
                <p class="soft">{say(FILES_LEAD)}</p>
            </div>
            {if may {
                let saved = Callback::new(move |()| page.house.refetch());
                view! { <FilesForm rules=house.files saved/> }.into_any()
            } else {
                view! { <FilesFacts rules=house.files/> }.into_any()
            }}
        </section>
    }
}
