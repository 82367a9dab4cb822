//! Forms of this room as drafts: the same reading for the browser's program
//! and for a plain POST.

use crate::fields::Fields;
use domain::people::{PersonDraft, PositionDraft, UnitDraft};

/// The form of a unit.
pub fn unit(fields: &Fields) -> UnitDraft {
    UnitDraft {
        code: fields.text("code"),
        name: fields.text("name"),
        short_name: fields.text("short_name"),
        kind: fields.text("kind"),
        parent: fields.text("parent"),
        from: fields.text("from"),
        to: fields.text("to"),
    }
}

/// The form of a person.
pub fn person(fields: &Fields) -> PersonDraft {
    PersonDraft {
        name: fields.text("name"),
        title: fields.text("title"),
        unit: fields.text("unit"),
        email: fields.text("email"),
        phone: fields.text("phone"),
        duties: fields.text("duties"),
        service: fields.text("service"),
        from: fields.text("from"),
        to: fields.text("to"),
    }
}

/// The form of a position.
pub fn position(fields: &Fields) -> PositionDraft {
    PositionDraft {
        slug: fields.text("slug"),
        title: fields.text("title"),
        short_title: fields.text("short_title"),
        person: fields.text("person"),
        unit: fields.text("unit"),
        precedence: fields.text("precedence"),
        portfolio: fields.text("portfolio"),
        has_calendar: fields.text("has_calendar"),
        office_leader: fields.text("office_leader"),
        acting: fields.text("acting"),
        from: fields.text("from"),
        to: fields.text("to"),
    }
}
