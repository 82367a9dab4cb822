//! Short words for columns, so that a migration reads as a list of facts.

use sea_orm_migration::prelude::*;

/// A numbered primary key.
pub(super) fn id() -> ColumnDef {
    ColumnDef::new("id").big_integer().not_null().auto_increment().primary_key().take()
}

/// A text that is never NULL; empty by default.
pub(super) fn text(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).text().not_null().default("").take()
}

/// A whole number with a default.
pub(super) fn number(name: &'static str, default: i32) -> ColumnDef {
    ColumnDef::new(name).integer().not_null().default(default).take()
}

/// A whole number or NULL.
pub(super) fn optional_number(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).integer().null().take()
}

/// Yes or no.
pub(super) fn flag(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).boolean().not_null().default(false).take()
}

/// A day that is always known.
pub(super) fn day(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).date().not_null().take()
}

/// A day or NULL.
pub(super) fn optional_day(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).date().null().take()
}

/// An instant.
pub(super) fn instant(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().not_null().take()
}

/// An instant or NULL.
pub(super) fn optional_instant(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().null().take()
}

/// The number of a row elsewhere.
pub(super) fn row(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().take()
}

/// The number of a row elsewhere, or NULL.
pub(super) fn optional_row(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().null().take()
}

/// A new table with these columns.
pub(super) fn table<const N: usize>(name: &'static str, columns: [ColumnDef; N]) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(name);
    for mut column in columns {
        table.col(&mut column);
    }
    table.take()
}

/// `column` of the table names a row of `other`.
pub(super) fn names(column: &'static str, other: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from_col(column).to_tbl(other).to_col("id").take()
}

/// The same, and the row goes with the one that it names.
pub(super) fn belongs(column: &'static str, other: &'static str) -> ForeignKeyCreateStatement {
    names(column, other).on_delete(ForeignKeyAction::Cascade).take()
}

/// An index of a table.
pub(super) fn index(
    name: &'static str,
    table: &'static str,
    columns: &[&'static str],
) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(table);
    for column in columns {
        index.col(*column);
    }
    index.take()
}

/// An index that allows each value once.
pub(super) fn unique(
    name: &'static str,
    table: &'static str,
    columns: &[&'static str],
) -> IndexCreateStatement {
    index(name, table, columns).unique().take()
}
