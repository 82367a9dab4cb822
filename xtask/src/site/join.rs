//! Fewer files for the lazy parts. The cut makes one for every set of parts that share
//! code, most of them tiny; but each file is asked for in a turn of its own, before
//! anything is painted. Files are joined as long as that saves more than it costs those
//! who now load what they do not need.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, EntityType, FunctionSection, ImportSection,
    Module, TypeSection,
};
use wasmparser::{Parser, Payload};

/// What one more file costs somebody, in bytes that they could load instead (before they
/// are made small).
const FILE: usize = 10_000;

/// Lazy part to the files it needs: shared ones, then its own.
type Parts = BTreeMap<String, Vec<String>>;

/// A file that several parts share.
#[derive(Clone, Default)]
struct Shared {
    /// The files of the cut that it is made of.
    names: Vec<String>,
    /// Who needs any of them.
    needed_by: BTreeSet<String>,
    size: usize,
}

impl Shared {
    /// What all parts together gain when two files become one; below zero they lose.
    fn gain(&self, other: &Self) -> isize {
        let alone = |a: &Self, b: &Self| a.size * b.needed_by.difference(&a.needed_by).count();
        let saved = FILE * self.needed_by.intersection(&other.needed_by).count();
        saved.cast_signed() - (alone(self, other) + alone(other, self)).cast_signed()
    }

    fn with(mut self, other: Self) -> Self {
        self.names.extend(other.names);
        self.needed_by.extend(other.needed_by);
        self.size += other.size;
        self
    }
}

/// Joins files in a folder, and says so in `parts` and in the script that loads them.
///
/// # Errors
/// When a file or the script is not what the cut writes.
pub fn join(folder: &Path, loader: &str, parts: &mut Parts) -> Result<()> {
    let file = |name: &str| folder.join(format!("{name}.wasm"));
    let mut shared: BTreeMap<String, Shared> = BTreeMap::new();
    for (part, files) in parts.iter() {
        for name in chunks(files) {
            let entry = shared.entry(name.clone()).or_default();
            entry.names = vec![name.clone()];
            entry.needed_by.insert(part.clone());
            entry.size = std::fs::metadata(file(name)).with_context(|| name.clone())?.len().try_into()?;
        }
    }
    let joined = grouped(shared.into_values().collect());
    for group in joined.iter().filter(|group| group.names.len() > 1) {
        let contents =
            group.names.iter().map(|name| std::fs::read(file(name))).collect::<Result<Vec<_>, _>>()?;
        let whole = one(&contents)?;
        for name in &group.names {
            std::fs::remove_file(file(name))?;
        }
        std::fs::write(file(first(group)?), whole)?;
    }
    let script = folder.join(loader);
    let mut text = std::fs::read_to_string(&script)?;
    for (part, files) in parts.iter_mut() {
        let own: Vec<String> = files.iter().filter(|name| !is_chunk(name)).cloned().collect();
        let needed = joined.iter().filter(|group| group.needed_by.contains(part));
        let now: Vec<String> = needed.map(|group| first(group).cloned()).collect::<Result<_>>()?;
        text = told(&text, part, &chunks(files).cloned().collect::<Vec<_>>(), &now)?;
        *files = now.into_iter().chain(own).collect();
    }
    for name in joined.iter().flat_map(|group| group.names.iter().skip(1)) {
        text = without(&text, name)?;
    }
    std::fs::write(script, text)?;
    println!("    {} shared files", joined.len());
    Ok(())
}

fn is_chunk(name: &str) -> bool {
    name.starts_with("chunk_")
}

fn chunks(files: &[String]) -> impl Iterator<Item = &String> {
    files.iter().filter(|name| is_chunk(name))
}

fn first(group: &Shared) -> Result<&String> {
    group.names.first().context("a file made of none")
}

/// Joins those two that gain most, until nobody gains any more.
fn grouped(mut files: Vec<Shared>) -> Vec<Shared> {
    loop {
        let mut best = (0, 0, 0);
        for (at, one) in files.iter().enumerate() {
            for (before, other) in files.iter().enumerate().take(at) {
                let gain = one.gain(other);
                if gain > best.0 {
                    best = (gain, before, at);
                }
            }
        }
        let (gain, one, other) = best;
        if gain <= 0 {
            return files;
        }
        let other = files.remove(other);
        let one = files.remove(one);
        files.push(one.with(other));
    }
}

/// The loader with other files for a part.
fn told(script: &str, part: &str, before: &[String], now: &[String]) -> Result<String> {
    let list = |names: &[String]| {
        let names: Vec<String> = names.iter().map(|name| format!("__{name}")).collect();
        format!("[{}]", names.join(", "))
    };
    let begin = script
        .find(&format!("__wasm_split_load_{part} ="))
        .with_context(|| format!("no loader of {part}"))?;
    let (head, rest) = script.split_at(begin);
    let end = rest.find("\nexport const").unwrap_or(rest.len());
    let (own, rest) = rest.split_at(end);
    let (old, new) = (list(before), list(now));
    if !own.contains(&old) {
        bail!("the loader of {part} does not name its files");
    }
    Ok(format!("{head}{}{rest}", own.replacen(&old, &new, 1)))
}

/// The loader without what fetches a file that is part of another one.
fn without(script: &str, name: &str) -> Result<String> {
    const END: &str = ", []);\n";
    let begin = script
        .find(&format!("const __{name} = makeLoad("))
        .with_context(|| format!("no loader of {name}"))?;
    let (head, rest) = script.split_at(begin);
    let (_, rest) = rest.split_once(END).with_context(|| format!("the loader of {name} has no end"))?;
    Ok(format!("{head}{rest}"))
}

/// Everything of some modules in one. They define functions, fill the table and the memory,
/// and import what they share with the main file; nothing else is known here.
fn one(modules: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut joined = Joined::default();
    for module in modules {
        joined.take(module)?;
    }
    let whole = joined.finish();
    wasmparser::validate(&whole)?;
    Ok(whole)
}

/// The sections of the joined file, and how the numbers of the module at hand are shifted.
#[derive(Default)]
struct Joined {
    types: TypeSection,
    imports: Vec<(String, String, EntityType)>,
    functions: FunctionSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
    counts_data: bool,
    shift: Shift,
}

/// New numbers for those of a module.
#[derive(Default)]
struct Shift {
    types: u32,
    functions: u32,
    elements: u32,
    data: u32,
    globals: Vec<u32>,
    memories: Vec<u32>,
    tables: Vec<u32>,
}

/// A number of a global, memory or table that a module does not import.
#[derive(Debug)]
struct NotImported;

impl std::fmt::Display for NotImported {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a lazy file has a global, memory or table of its own")
    }
}

impl std::error::Error for NotImported {}

fn imported(list: &[u32], number: u32) -> Result<u32, Error<NotImported>> {
    list.get(number as usize).copied().ok_or(Error::UserError(NotImported))
}

impl Reencode for Shift {
    type Error = NotImported;

    fn type_index(&mut self, number: u32) -> Result<u32, Error<NotImported>> {
        Ok(number + self.types)
    }

    fn function_index(&mut self, number: u32) -> Result<u32, Error<NotImported>> {
        Ok(number + self.functions)
    }

    fn element_index(&mut self, number: u32) -> Result<u32, Error<NotImported>> {
        Ok(number + self.elements)
    }

    fn data_index(&mut self, number: u32) -> Result<u32, Error<NotImported>> {
        Ok(number + self.data)
    }

    fn global_index(&mut self, number: u32) -> Result<u32, Error<NotImported>> {
        imported(&self.globals, number)
    }

    fn memory_index(&mut self, number: u32) -> Result<u32, Error<NotImported>> {
        imported(&self.memories, number)
    }

    fn table_index(&mut self, number: u32) -> Result<u32, Error<NotImported>> {
        imported(&self.tables, number)
    }
}

impl Joined {
    fn take(&mut self, module: &[u8]) -> Result<()> {
        self.shift = Shift {
            types: self.types.len(),
            functions: self.functions.len(),
            elements: self.elements.len(),
            data: self.data.len(),
            ..Shift::default()
        };
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::TypeSection(types) => {
                    for group in types.clone() {
                        if group?.is_explicit_rec_group() {
                            bail!("a lazy file has types that name each other");
                        }
                    }
                    self.shift.parse_type_section(&mut self.types, types)?;
                }
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        self.import(import?)?;
                    }
                }
                Payload::FunctionSection(functions) => {
                    self.shift.parse_function_section(&mut self.functions, functions)?;
                }
                Payload::ElementSection(elements) => {
                    self.shift.parse_element_section(&mut self.elements, elements)?;
                }
                Payload::ExportSection(exports) => {
                    if let Some(export) = exports.into_iter().next() {
                        bail!("a lazy file exports {}", export?.name);
                    }
                }
                Payload::DataCountSection { .. } => self.counts_data = true,
                Payload::CodeSectionEntry(body) => self.shift.parse_function_body(&mut self.code, body)?,
                Payload::DataSection(data) => self.shift.parse_data_section(&mut self.data, data)?,
                Payload::Version { .. }
                | Payload::CodeSectionStart { .. }
                | Payload::CustomSection(_)
                | Payload::End(_) => {}
                other => bail!("a lazy file has an unknown section: {other:?}"),
            }
        }
        Ok(())
    }

    fn import(&mut self, import: wasmparser::Import<'_>) -> Result<()> {
        let ty = self.shift.entity_type(import.ty)?;
        let known =
            |(module, name, _): &(String, String, EntityType)| module == import.module && name == import.name;
        if !self.imports.iter().any(known) {
            self.imports.push((import.module.to_owned(), import.name.to_owned(), ty));
        }
        let number = |same: fn(&EntityType) -> bool| -> Result<u32> {
            let of_kind = self.imports.iter().filter(|(.., ty)| same(ty));
            Ok(of_kind.clone().position(known).context("an import that was not taken")?.try_into()?)
        };
        match ty {
            EntityType::Global(_) => {
                let number = number(|ty| matches!(ty, EntityType::Global(_)))?;
                self.shift.globals.push(number);
            }
            EntityType::Memory(_) => {
                let number = number(|ty| matches!(ty, EntityType::Memory(_)))?;
                self.shift.memories.push(number);
            }
            EntityType::Table(_) => {
                let number = number(|ty| matches!(ty, EntityType::Table(_)))?;
                self.shift.tables.push(number);
            }
            _ => bail!("a lazy file imports the function {}", import.name),
        }
        Ok(())
    }

    fn finish(self) -> Vec<u8> {
        let mut imports = ImportSection::new();
        for (module, name, ty) in &self.imports {
            imports.import(module, name, *ty);
        }
        let mut module = Module::new();
        module.section(&self.types).section(&imports).section(&self.functions).section(&self.elements);
        if self.counts_data {
            module.section(&DataCountSection { count: self.data.len() });
        }
        module.section(&self.code).section(&self.data);
        module.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        ConstExpr, Elements, Function, GlobalType, Instruction, MemoryType, RefType, TableType, ValType,
    };

    /// A module whose one function adds `number` to an imported global, stands at `slot` of
    /// the imported table, and writes a byte.
    fn module(global: &str, number: i32, slot: i32) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        let mut imports = ImportSection::new();
        let memory =
            MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None };
        let table = TableType {
            element_type: RefType::FUNCREF,
            minimum: 2,
            maximum: None,
            table64: false,
            shared: false,
        };
        imports.import("shared", "memory", memory).import("shared", "table", table);
        imports.import("shared", global, GlobalType { val_type: ValType::I32, mutable: true, shared: false });
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut elements = ElementSection::new();
        elements.active(Some(0), &ConstExpr::i32_const(slot), Elements::Functions([0].as_slice().into()));
        let mut code = CodeSection::new();
        let mut body = Function::new([]);
        for instruction in
            [Instruction::GlobalGet(0), Instruction::I32Const(number), Instruction::I32Add, Instruction::End]
        {
            body.instruction(&instruction);
        }
        code.function(&body);
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(slot), [7]);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&elements).section(&code);
        module.section(&data);
        module.finish()
    }

    #[test]
    fn two_modules_become_one_that_is_valid_and_keeps_their_globals_apart() {
        let whole = one(&[module("a", 1, 0), module("b", 2, 1), module("a", 3, 2)]).unwrap();
        wasmparser::validate(&whole).unwrap();
        let (mut imports, mut globals, mut slots) = (Vec::new(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(&whole) {
            match payload.unwrap() {
                Payload::ImportSection(section) => {
                    imports.extend(section.into_imports().map(|import| import.unwrap().name.to_owned()));
                }
                Payload::CodeSectionEntry(body) => {
                    let first = body.get_operators_reader().unwrap().read().unwrap();
                    let wasmparser::Operator::GlobalGet { global_index } = first else { panic!("{first:?}") };
                    globals.push(global_index);
                }
                Payload::ElementSection(section) => {
                    slots.extend(section.into_iter().map(|element| match element.unwrap().items {
                        wasmparser::ElementItems::Functions(list) => {
                            list.into_iter().next().unwrap().unwrap()
                        }
                        wasmparser::ElementItems::Expressions(..) => panic!("functions by number"),
                    }));
                }
                _ => {}
            }
        }
        assert_eq!(imports, ["memory", "table", "a", "b"]);
        assert_eq!(globals, [0, 1, 0], "each function reads the global that it read before");
        assert_eq!(slots, [0, 1, 2], "and stands in the table under its new number");
    }

    fn shared(name: &str, size: usize, parts: &str) -> Shared {
        let needed_by = parts.chars().map(String::from).collect();
        Shared { names: vec![name.to_owned()], needed_by, size }
    }

    #[test]
    fn what_is_small_or_needed_together_is_joined_and_nothing_else() {
        let files = vec![
            shared("large", 300_000, "ab"),
            shared("tiny", 500, "abc"),
            shared("twin", 200_000, "abc"),
            shared("other", 90_000, "cd"),
        ];
        let names: Vec<Vec<String>> = grouped(files).into_iter().map(|group| group.names).collect();
        assert_eq!(names, [vec!["large"], vec!["other"], vec!["tiny", "twin"]]);
    }

    #[test]
    fn the_loader_names_the_files_of_the_part_that_is_meant() {
        let script = "export const __wasm_split_load_a = wrap(f, [__chunk_1, __chunk_2]));\n\
                      export const __wasm_split_load_b = wrap(f, [__chunk_1, __chunk_2]));\n";
        let (before, now) = (["chunk_1".to_owned(), "chunk_2".to_owned()], ["chunk_2".to_owned()]);
        let told = told(script, "b", &before, &now).unwrap();
        assert!(told.starts_with("export const __wasm_split_load_a = wrap(f, [__chunk_1, __chunk_2])"));
        assert!(told.ends_with("__wasm_split_load_b = wrap(f, [__chunk_2]));\n"));
        assert!(super::told(script, "c", &before, &now).is_err());
        assert!(
            super::told(script, "a", &now, &before).is_err(),
            "a list of the next part is not this one's"
        );
        let loaders =
            "const __chunk_1 = makeLoad(() => f(\"./chunk_1.wasm\")\n, []);\nconst __chunk_12 = 2;\n";
        assert_eq!(without(loaders, "chunk_1").unwrap(), "const __chunk_12 = 2;\n");
        assert!(without(loaders, "chunk_2").is_err());
    }
}
