//! The accounts that the administrator looks after: who may sign in, as what.

mod form;
mod keys;

use super::api;
use super::words::*;
use crate::list::{Open, Sieve, Sift, table, use_open};
use crate::panel::Saved;
use crate::parts::{Badge, Icon, StateBox, refused_page};
use crate::people::api::{list_persons, list_units};
use crate::refused::Answer;
use crate::setting::tabs::{ACCOUNTS_PATH, Head};
use crate::title::PageTitle;
use crate::visit::say;
use domain::access::Account;
use domain::people::{Person, Unit};
use domain::words;
use form::AccountForm;
pub use form::typed;
use leptos::prelude::*;
use std::sync::Arc;

/// The page at `/desk/settings/accounts`.
#[derive(Clone, Copy)]
pub struct AccountsPage {
    accounts: Resource<Answer<Vec<Account>>>,
    persons: Resource<Answer<Vec<Person>>>,
    units: Resource<Answer<Vec<Unit>>>,
    sieve: Sieve,
    open: Memo<Open>,
}

/// What the list and its forms need to know.
#[derive(Clone)]
struct Known {
    accounts: Arc<Vec<Account>>,
    persons: Arc<Vec<Person>>,
    units: Arc<Vec<Unit>>,
    all: Resource<Answer<Vec<Account>>>,
}

impl AccountsPage {
    fn open() -> Self {
        Self {
            accounts: Resource::new(|| (), |()| api::list_accounts()),
            persons: Resource::new(|| (), |()| list_persons()),
            units: Resource::new(|| (), |()| list_units()),
            sieve: Sieve::of_address(),
            open: use_open(),
        }
    }
}

/// The page at its address; it asks the server when it is shown.
pub fn accounts_page() -> AnyView {
    let this = AccountsPage::open();
    view! {
        <PageTitle text=say(ACCOUNTS)/>
        <Transition>
            {move || Suspend::new(async move {
                match known(this).await {
                    Ok(known) => view! { <Accounts page=this known/> }.into_any(),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

async fn known(page: AccountsPage) -> Answer<Known> {
    let (accounts, persons, units) = (page.accounts.await, page.persons.await, page.units.await);
    Ok(Known {
        accounts: Arc::new(accounts?),
        persons: Arc::new(persons?),
        units: Arc::new(units?),
        all: page.accounts,
    })
}

#[component]
fn Accounts(page: AccountsPage, known: Known) -> impl IntoView {
    let AccountsPage { sieve, open, .. } = page;
    let (named, shown) = (known.accounts.clone(), known.clone());
    let name = move |id| named.iter().find(|a| a.id.0 == id).map(|a| a.email.clone());
    view! {
        <Head path=ACCOUNTS_PATH>
            <a class="button" data-kind="primary" href=move || sieve.link(ACCOUNTS_PATH, "new")>
                <Icon name="add"/>
                {say(ADD_ACCOUNT)}
            </a>
        </Head>
        <Sift sieve path=ACCOUNTS_PATH with=WITH_LOCKED/>
        <Saved name/>
        <div class="with-panel">
            {move || rows(&shown, sieve)}
            {move || {
                let form = |account: Option<Account>| {
                    view! { <AccountForm account known=known.clone() sieve/> }.into_any()
                };
                let found = |id| known.accounts.iter().find(|a| a.id.0 == id).cloned();
                open.get().panel(found, form)
            }}
        </div>
    }
}

fn rows(known: &Known, sieve: Sieve) -> AnyView {
    let with_locked = sieve.with_ended();
    let rows: Vec<AnyView> = known
        .accounts
        .iter()
        .filter(|a| with_locked || a.locked_at.is_none())
        .filter(|a| sieve.finds(&[&a.email, &a.name]))
        .map(|a| row(a, known, sieve))
        .collect();
    if rows.is_empty() {
        return view! { <StateBox icon="search" title=say(NO_ACCOUNTS)><p>{say(NO_ACCOUNTS_HINT)}</p></StateBox> }
            .into_any();
    }
    table(say(ACCOUNTS), &[EMAIL, DISPLAY_NAME, ROLES, UNIT], true, rows)
}

fn row(account: &Account, known: &Known, sieve: Sieve) -> AnyView {
    let roles: Vec<&str> = account.roles.iter().map(|r| say(words::role(*r))).collect();
    let unit = known.units.iter().find(|u| Some(u.id) == account.unit).map(|u| u.short_name.clone());
    let href = sieve.link(ACCOUNTS_PATH, &format!("edit={}", account.id));
    let locked = account.locked_at.is_some();
    let label = format!("{} {}", say(EDIT), account.email);
    view! {
        <tr data-ended=locked.then_some("")>
            <th scope="row"><a href=href.clone()>{account.email.clone()}</a></th>
            <td data-label=say(DISPLAY_NAME)>{account.name.clone()}</td>
            <td data-label=say(ROLES)>{roles.join(", ")}</td>
            <td data-label=say(UNIT)>{unit}</td>
            <td>
                <div class="buttons">
                    {locked.then(|| view! { <Badge tone="red" icon="restricted" text=say(LOCKED)/> })}
                    <a class="button" data-size="small" href=href aria-label=label>{say(EDIT)}</a>
                </div>
            </td>
        </tr>
    }
    .into_any()
}
