//! `giaoban user`: accounts from the terminal, through the same verbs as the
//! administrator's page.

use super::{Outcome, one_line};
use clap::Subcommand;
use domain::access::{Account, AccountDraft, Role};
use domain::{Actor, Locale, Refusal, words};
use office::{Desk, Failure, Office};
use std::io::BufRead as _;

/// Accounts: who may sign in.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Add an account; the password is asked for, or read from the standard input
    Add {
        /// E-mail address to sign in with
        email: String,
        /// Name shown
        #[arg(long)]
        name: String,
        /// secretary, chief_of_office, leader, department_officer, unit_head or administrator
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
        /// Code of the unit that a department_officer or unit_head speaks for
        #[arg(long)]
        unit: Option<String>,
    },
    /// List the accounts
    List,
    /// Lock an account and end its sessions
    Disable {
        /// E-mail address
        email: String,
    },
    /// Give an account a new password and end its sessions
    ResetPassword {
        /// E-mail address
        email: String,
    },
}

impl User {
    pub(super) async fn run(self, office: &Office) -> Outcome {
        let desk = office.desk(Actor { roles: vec![Role::Administrator], ..Actor::job("giaoban user") });
        match self {
            User::Add { email, name, roles, unit } => {
                let unit = match unit {
                    Some(code) => unit_of(&desk, &code).await?,
                    None => String::new(),
                };
                let password = ask_password()?;
                let draft = AccountDraft { email, name, roles, unit, password, ..AccountDraft::default() };
                let saved = office::access::save_account(&desk, None, 0, draft).await.map_err(said)?;
                println!("{} added", saved.email);
            }
            User::List => {
                for account in office::access::list_accounts(&desk).await.map_err(said)? {
                    let roles: Vec<_> = account.roles.iter().map(|r| r.code()).collect();
                    let locked = if account.locked_at.is_some() { "locked" } else { "" };
                    println!("{:<40} {:<28} {:<30} {locked}", account.email, roles.join(","), account.name);
                }
            }
            User::Disable { email } => {
                let account = find(&desk, &email).await?;
                office::access::lock_account(&desk, account.id).await.map_err(said)?;
                println!("{email} locked");
            }
            User::ResetPassword { email } => {
                let account = find(&desk, &email).await?;
                let password = ask_password()?;
                office::access::reset_password(&desk, account.id, &password).await.map_err(said)?;
                println!("{email} has a new password");
            }
        }
        Ok(())
    }
}

/// The unit with this code, as a form names it.
async fn unit_of(desk: &Desk, code: &str) -> Result<String, String> {
    let units = office::people::list_units(desk).await.map_err(said)?;
    let found = units.into_iter().find(|unit| unit.code.eq_ignore_ascii_case(code));
    found.map(|unit| unit.id.to_string()).ok_or_else(|| format!("there is no unit {code}"))
}

async fn find(desk: &Desk, email: &str) -> Result<Account, String> {
    office::access::list_accounts(desk)
        .await
        .map_err(said)?
        .into_iter()
        .find(|a| a.email == email.to_lowercase())
        .ok_or_else(|| format!("there is no account {email}"))
}

/// From the terminal without showing it, or the first line of a pipe.
fn ask_password() -> Result<String, String> {
    use std::io::IsTerminal as _;
    if std::io::stdin().is_terminal() {
        return rpassword::prompt_password("Password: ").map_err(|e| e.to_string());
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(|e| e.to_string())?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// A refusal with the issue of each field, in one line.
fn said(failure: Failure) -> String {
    match failure.refusal() {
        Some(Refusal::Invalid(issues)) => issues
            .iter()
            .map(|i| format!("{}: {}", i.field, words::problem(Locale::En, &i.problem)))
            .collect::<Vec<_>>()
            .join("; "),
        Some(refusal) => words::refusal(Locale::En, refusal),
        None => one_line(failure),
    }
}
