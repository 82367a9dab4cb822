//! The tables, forward only: a migration that has been released is never
//! edited, and none loses data.

use sea_orm_migration::{MigrationTrait, MigratorTrait};

mod column;
mod m001_people;
mod m002_access;
mod m003_schedule;
mod m004_journal;
mod m006_request;
mod m007_demo_mark;
mod m008_days_off;
mod m008_duty;
mod m009_template;
mod m010_series;
mod m010_substitution;
mod m011_look;
mod m012_file;
mod m013_meeting;
mod m014_invitation;
mod m015_material;
mod m016_hour;
mod m017_session;
mod m018_head;
mod m019_item_unit;
mod m020_left;

pub(crate) struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m001_people::Migration),
            Box::new(m002_access::Migration),
            Box::new(m003_schedule::Migration),
            Box::new(m004_journal::Migration),
            Box::new(m006_request::Migration),
            Box::new(m007_demo_mark::Migration),
            Box::new(m008_days_off::Migration),
            Box::new(m008_duty::Migration),
            Box::new(m009_template::Migration),
            Box::new(m010_substitution::Migration),
            Box::new(m010_series::Migration),
            Box::new(m011_look::Migration),
            Box::new(m012_file::Migration),
            Box::new(m013_meeting::Migration),
            Box::new(m014_invitation::Migration),
            Box::new(m015_material::Migration),
            Box::new(m016_hour::Migration),
            Box::new(m017_session::Migration),
            Box::new(m018_head::Migration),
            Box::new(m019_item_unit::Migration),
            Box::new(m020_left::Migration),
        ]
    }
}

/// The name of the newest migration.
pub(crate) fn last() -> String {
    Migrator::migrations().last().map(|m| m.name().to_owned()).unwrap_or_default()
}
