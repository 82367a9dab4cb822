use super::*;

/// An archive with these stored entries, as office programs write them.
fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let two = |n: usize| (n as u16).to_le_bytes();
    let four = |n: usize| (n as u32).to_le_bytes();
    let (mut file, mut list) = (Vec::new(), Vec::new());
    for (name, contents) in entries {
        let at = file.len();
        file.extend(b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0");
        file.extend([four(contents.len()), four(contents.len())].concat());
        file.extend([two(name.len()), two(0)].concat());
        file.extend(name.as_bytes());
        file.extend(*contents);
        list.extend(b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0\0\0\0\0");
        list.extend([four(contents.len()), four(contents.len())].concat());
        list.extend([two(name.len()), two(0), two(0), two(0), two(0)].concat());
        list.extend([four(0), four(at)].concat());
        list.extend(name.as_bytes());
    }
    let at = file.len();
    file.extend(&list);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend([two(entries.len()), two(entries.len())].concat());
    file.extend([four(list.len()), four(at)].concat());
    file.extend(two(0));
    file
}

fn found(file: &[u8]) -> Found {
    let size = file.len() as u64;
    let tail = &file[file.len().saturating_sub(DIRECTORY_END)..];
    let Directory { from, to } = directory(tail, size).unwrap();
    let names = names(&file[from as usize..to as usize]).unwrap();
    Found::archive(&file[..file.len().min(HEAD)], names)
}

const TYPES: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");

#[test]
fn an_archive_is_the_office_file_that_its_folders_say() {
    let kinds =
        [(Kind::Docx, "word/document.xml"), (Kind::Xlsx, "xl/workbook.xml"), (Kind::Pptx, "ppt/p.xml")];
    for (kind, part) in kinds {
        let file = archive(&[TYPES, (part, b"<x/>")]);
        for other in Kind::ALL {
            assert_eq!(agrees(other, &found(&file)), other == kind, "{kind:?} as {other:?}");
        }
    }
    let plain = archive(&[("word/document.xml", b"<x/>")]);
    assert!(!agrees(Kind::Docx, &found(&plain)), "an archive of anything is no document");
}

#[test]
fn a_document_with_a_program_inside_is_another_kind() {
    let file = archive(&[TYPES, ("word/document.xml", b"<x/>"), ("word/vbaProject.bin", b"\0")]);
    assert!(!agrees(Kind::Docx, &found(&file)));
}

#[test]
fn an_open_document_says_first_what_it_is() {
    for kind in [Kind::Odt, Kind::Ods, Kind::Odp] {
        let file = archive(&[("mimetype", kind.media_type().as_bytes()), ("content.xml", b"<x/>")]);
        for other in Kind::ALL {
            assert_eq!(agrees(other, &found(&file)), other == kind, "{kind:?} as {other:?}");
        }
    }
    let template = format!("{}-template", Kind::Odt.media_type());
    let file = archive(&[("mimetype", template.as_bytes()), ("content.xml", b"<x/>")]);
    assert!(!agrees(Kind::Odt, &found(&file)));
    let late = archive(&[("content.xml", b"<x/>"), ("mimetype", Kind::Odt.media_type().as_bytes())]);
    assert!(!agrees(Kind::Odt, &found(&late)));
}

#[test]
fn signatures_hold_for_their_own_kind_only() {
    for signed in [Kind::Pdf, Kind::Png, Kind::Jpeg, Kind::Webp] {
        for kind in Kind::ALL {
            assert_eq!(agrees(kind, &Found::Signed(signed)), kind == signed, "{signed:?} as {kind:?}");
        }
    }
    for kind in Kind::ALL {
        assert!(!agrees(kind, &Found::Other), "{kind:?}");
        assert_eq!(agrees(kind, &Found::Text), kind == Kind::Txt, "{kind:?}");
    }
}

#[test]
fn a_torn_archive_has_no_list() {
    let file = archive(&[TYPES, ("word/document.xml", b"<x/>")]);
    let size = file.len() as u64;
    assert_eq!(directory(&file[..file.len() - 30], size), None);
    assert_eq!(directory(&file, size - 60), None, "its list lies behind its end");
    assert_eq!(directory(b"", 0), None);
    assert_eq!(names(b""), None);
    assert_eq!(names(b"PK\x01\x02\x14"), None);
    for cut in 0..file.len() {
        // Whatever is cut off, looking does not fail.
        let _ = first_media_type(&file[..cut]);
        let _ = directory(&file[..cut], cut as u64).map(|d| names(&file[d.from as usize..d.to as usize]));
    }
}

#[test]
fn text_is_seen_in_pieces_of_any_length() {
    let text = "Tờ trình số 45/TTr-STC\r\n\tngày 04 tháng 12".as_bytes();
    for length in 1..=text.len() {
        let mut check = TextCheck::default();
        text.chunks(length).for_each(|piece| check.see(piece));
        assert!(check.is_text(), "in pieces of {length}");
    }
    for other in [&b"a\0b"[..], b"\xff\xfea", b"MZ\x90\0", b"a\x1b[2J", "ệ".as_bytes().split_at(2).0] {
        let mut check = TextCheck::default();
        other.iter().for_each(|byte| check.see(&[*byte]));
        assert!(!check.is_text(), "{other:?}");
    }
}
