//! Short names between the main WebAssembly file and its JavaScript.
//!
//! wasm-bindgen ends every imported function in sixteen random hexadecimal digits,
//! which no compression removes and which both files carry; one or two letters do.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result, bail};

const IMPORTS: u8 = 2;

/// Renames the functions that `giaoban.wasm` imports from `giaoban.js`, in both.
///
/// # Errors
/// When the import section is not what wasm-bindgen writes.
pub fn shorten(folder: &Path) -> Result<()> {
    let (wasm_file, script_file) = (folder.join("giaoban.wasm"), folder.join("giaoban.js"));
    let wasm = std::fs::read(&wasm_file)?;
    let mut names = HashMap::new();
    let renamed = rename(&wasm, &mut names)?;
    let script = replace(&std::fs::read_to_string(&script_file)?, &names);
    std::fs::write(wasm_file, renamed)?;
    std::fs::write(script_file, script)?;
    Ok(())
}

/// Copies the file section by section and rewrites the one with the imports.
fn rename(wasm: &[u8], names: &mut HashMap<String, String>) -> Result<Vec<u8>> {
    let mut reader = Reader { bytes: wasm, at: 8 };
    let mut out = reader.since(0)?.to_vec();
    while reader.at < wasm.len() {
        let begin = reader.at;
        let section = reader.byte()?;
        let length = reader.number()?;
        let content = reader.take(length)?;
        if section == IMPORTS {
            let content = imports(content, names)?;
            out.push(section);
            push_number(&mut out, content.len());
            out.extend(content);
        } else {
            out.extend(reader.since(begin)?);
        }
    }
    Ok(out)
}

fn imports(content: &[u8], names: &mut HashMap<String, String>) -> Result<Vec<u8>> {
    let mut reader = Reader { bytes: content, at: 0 };
    let count = reader.number()?;
    let mut out = Vec::new();
    push_number(&mut out, count);
    for _ in 0..count {
        let module = reader.text()?;
        let name = reader.text()?;
        let begin = reader.at;
        let function = reader.kind()?;
        let short = if function && name.starts_with("__wb") {
            let next = letters(names.len());
            names.entry(name.to_owned()).or_insert(next).as_str()
        } else {
            name
        };
        push_text(&mut out, module);
        push_text(&mut out, short);
        out.extend(reader.since(begin)?);
    }
    Ok(out)
}

/// The script with every identifier that has a short name replaced by it.
fn replace(script: &str, names: &HashMap<String, String>) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(begin) = rest.find("__wb") {
        let (before, from) = rest.split_at(begin);
        let end = from.find(|letter: char| !is_identifier(letter)).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        let whole = !before.chars().next_back().is_some_and(is_identifier);
        out.push_str(before);
        out.push_str(names.get(word).filter(|_| whole).map_or(word, String::as_str));
        rest = after;
    }
    out.push_str(rest);
    out
}

fn is_identifier(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

/// a, b, ... z, ba, bb, ...
fn letters(mut number: usize) -> String {
    let mut text = String::new();
    loop {
        let digit = u8::try_from(number % 26).unwrap_or_default();
        text.insert(0, char::from(b'a' + digit));
        number /= 26;
        if number == 0 {
            return text;
        }
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn since(&self, begin: usize) -> Result<&'a [u8]> {
        self.bytes.get(begin..self.at).context("the WebAssembly file ends too early")
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let begin = self.at;
        self.at += length;
        self.since(begin)
    }

    fn byte(&mut self) -> Result<u8> {
        self.take(1)?.first().copied().context("no byte")
    }

    /// An unsigned LEB128 number.
    fn number(&mut self) -> Result<usize> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
            if shift > 56 {
                bail!("a number of more than eight bytes");
            }
        }
    }

    fn text(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        Ok(std::str::from_utf8(self.take(length)?)?)
    }

    /// Steps over an import's type and tells whether it is a function.
    fn kind(&mut self) -> Result<bool> {
        let kind = self.byte()?;
        match kind {
            0 => {
                self.number()?;
            }
            1 | 2 => {
                if kind == 1 {
                    self.byte()?;
                }
                let limits = self.number()?;
                self.number()?;
                if limits & 1 == 1 {
                    self.number()?;
                }
            }
            3 => {
                self.take(2)?;
            }
            _ => bail!("an import of the unknown kind {kind}"),
        }
        Ok(kind == 0)
    }
}

fn push_number(out: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

fn push_text(out: &mut Vec<u8>, text: &str) {
    push_number(out, text.len());
    out.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_is_renamed_in_the_file_and_in_the_script() {
        let mut import = vec![1];
        push_text(&mut import, "./giaoban_bg.js");
        push_text(&mut import, "__wbg_then_0123456789abcdef");
        import.extend([0, 5]);
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.push(IMPORTS);
        push_number(&mut wasm, import.len());
        wasm.extend(&import);
        wasm.extend([10, 1, 0]);

        let mut names = HashMap::new();
        let short = rename(&wasm, &mut names).unwrap();
        assert!(short.ends_with(&[1, b'a', 0, 5, 10, 1, 0]));
        assert_eq!(
            replace("{__wbg_then_0123456789abcdef:f,x__wbg_then_0123456789abcdef:g}", &names),
            "{a:f,x__wbg_then_0123456789abcdef:g}"
        );
    }

    #[test]
    fn no_two_names_are_the_same() {
        let names: std::collections::BTreeSet<String> = (0..2000).map(letters).collect();
        assert_eq!(names.len(), 2000);
    }
}
