//! A map as written: `GeoJSON` (RFC 7946) becomes outlines, each with the code that joins it to a
//! region. The only user of the `GeoJSON` reader.
//!
//! In: the text of the file and the property that holds the code. Out: the areas in degrees, in the
//! order of the file, and what is wrong. Deep nesting, points and lines, borders that stay open and
//! numbers that are no degrees are reported; a reader's panic is not among the ends.

use std::collections::{BTreeMap, BTreeSet};

use geojson::errors::Error as GeoJsonError;
use geojson::{Feature, FeatureReader, GeometryValue, Position as Written};

use crate::diagnostic::{Code, Diagnostic, nearest, some_of};
use crate::drawing::outline::{LonLat, Polygon};
use crate::source::{SourcePath, Spanned};
use crate::words::messages::input as messages;
use crate::words::{Bilingual, Phrase};

/// One shape of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// What joins it to a region.
    pub code: String,
    /// Its parts.
    pub polygons: Vec<Polygon>,
}

/// Reads a map. `property` is the property that holds a shape's code; without it, that is the
/// shape's `id`.
pub fn read(
    path: &SourcePath,
    text: &str,
    property: Option<&Spanned<String>>,
) -> (Vec<Outline>, Vec<Diagnostic>) {
    let mut reader = MapReader::default();
    for feature in FeatureReader::from_reader(text.as_bytes()).features() {
        match feature {
            Ok(feature) => reader.take(feature, property.map(|property| property.value.as_str())),
            Err(error) => {
                return (
                    Vec::new(),
                    vec![
                        Diagnostic::of_path(Code::MapNoGeojson, path.clone())
                            .with("where", place(&error)),
                    ],
                );
            }
        }
    }
    let MapReader {
        outlines,
        nameless,
        known,
        empty,
        open,
        extent,
        places: _,
    } = reader;
    let of_path = |code| Diagnostic::of_path(code, path.clone());
    if let Some(which) = extent.and_then(not_degrees) {
        return (
            Vec::new(),
            vec![of_path(Code::MapCoordinates).with("which", which)],
        );
    }
    if outlines.is_empty()
        && nameless
        && let Some(property) = property
    {
        return (Vec::new(), vec![missing_property(property, &known)]);
    }
    let mut diagnostics = Vec::new();
    for (code, names) in [(Code::MapShapeEmpty, empty), (Code::MapRingOpen, open)] {
        if !names.is_empty() {
            diagnostics.push(of_path(code).with("names", some_of(&names)));
        }
    }
    (outlines, diagnostics)
}

/// What to say of a property that no shape has, by those that they have.
fn missing_property(property: &Spanned<String>, known: &BTreeSet<String>) -> Diagnostic {
    let likely = nearest(&property.value, known.iter().map(String::as_str)).map(ToOwned::to_owned);
    let named: Vec<String> = known
        .iter()
        .take(12)
        .map(|name| format!("`{name}`"))
        .collect();
    let named = if named.is_empty() {
        "–".to_owned()
    } else {
        named.join(", ")
    };
    Diagnostic::at(Code::MapPropertyMissing, property.span)
        .with("property", &property.value)
        .with("known", named)
        .suggest(likely)
}

/// Where the reader stumbled, as far as it says.
fn place(error: &GeoJsonError) -> Phrase {
    match error {
        GeoJsonError::MalformedGeoJson(error) if error.line() > 0 => {
            messages::at_line(&error.line(), &error.column())
        }
        _ => Bilingual::NOTHING.into(),
    }
}

/// What was read so far.
#[derive(Default)]
struct MapReader {
    outlines: Vec<Outline>,
    /// Where the outline with a code stands.
    places: BTreeMap<String, usize>,
    /// Whether a shape has no code.
    nameless: bool,
    /// The properties that shapes have.
    known: BTreeSet<String>,
    empty: Vec<String>,
    open: Vec<String>,
    /// West, south, east, north.
    extent: Option<[f64; 4]>,
}

impl MapReader {
    fn take(&mut self, feature: Feature, property: Option<&str>) {
        let code = match property {
            Some(property) => feature.property(property).and_then(written),
            None => feature.id.as_ref().map(|id| match id {
                geojson::feature::Id::String(text) => text.trim().to_owned(),
                geojson::feature::Id::Number(number) => number.to_string(),
            }),
        };
        if let Some(properties) = &feature.properties
            && self.known.len() < 100
        {
            self.known.extend(properties.keys().cloned());
        }
        let Some(code) = code.filter(|code| !code.is_empty()) else {
            self.nameless = true;
            return;
        };
        let written = match feature.geometry.map(|geometry| geometry.value) {
            Some(GeometryValue::Polygon { coordinates }) => vec![coordinates],
            Some(GeometryValue::MultiPolygon { coordinates }) => coordinates,
            _ => Vec::new(),
        };
        let mut open = false;
        let mut polygons = Vec::new();
        for polygon in written {
            let rings: Polygon = polygon
                .iter()
                .map(|ring| self.ring(ring, &mut open))
                .collect();
            if rings.first().is_some_and(|ring| ring.len() >= 3) {
                polygons.push(rings);
            }
        }
        if polygons.is_empty() {
            self.empty.push(code);
            return;
        }
        if open {
            self.open.push(code.clone());
        }
        match self.places.get(&code) {
            Some(place) => self.outlines[*place].polygons.extend(polygons),
            None => {
                self.places.insert(code.clone(), self.outlines.len());
                self.outlines.push(Outline { code, polygons });
            }
        }
    }

    fn ring(&mut self, written: &[Written], open: &mut bool) -> Vec<LonLat> {
        let mut ring: Vec<LonLat> = written
            .iter()
            .filter_map(|position| match position.as_slice() {
                [x, y, ..] => Some([*x, *y]),
                _ => None,
            })
            .collect();
        for [x, y] in &ring {
            let [west, south, east, north] = self.extent.unwrap_or([*x, *y, *x, *y]);
            self.extent = Some([west.min(*x), south.min(*y), east.max(*x), north.max(*y)]);
        }
        if ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        } else {
            *open |= ring.len() >= 3;
        }
        ring
    }
}

/// A property that is a code: words or a number.
fn written(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(text) => Some(text.trim().to_owned()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// What numbers are that are no degrees. Those of the Dutch national grid (Rijksdriehoekstelsel,
/// EPSG:28992) lie within the bounds that its definition gives.
fn not_degrees([west, south, east, north]: [f64; 4]) -> Option<Phrase> {
    // An edge may lie just across the antimeridian.
    if west >= -360.0 && east <= 360.0 && south >= -90.0 && north <= 90.0 {
        return None;
    }
    let is_national =
        west >= -7_000.0 && east <= 300_000.0 && south >= 289_000.0 && north <= 629_000.0;
    Some(if is_national {
        messages::NATIONAL_GRID.into()
    } else {
        Bilingual::NOTHING.into()
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Outline, read};
    use crate::diagnostic::Code;
    use crate::source::{FileId, SourcePath, Span, Spanned};

    fn read_by(property: Option<&str>, text: &str) -> (Vec<Outline>, Vec<Code>) {
        let property = property.map(|name| Spanned {
            value: name.to_owned(),
            span: Span::new(FileId(0), 0..1),
        });
        let (outlines, diagnostics) = read(
            &SourcePath::new("content/kaart.geojson"),
            text,
            property.as_ref(),
        );
        (
            outlines,
            diagnostics
                .into_iter()
                .map(|diagnostic| diagnostic.code)
                .collect(),
        )
    }

    fn collection(features: &str) -> String {
        format!("{{\"type\":\"FeatureCollection\",\"features\":[{features}]}}")
    }

    #[test]
    fn shapes_of_one_code_are_one_outline() {
        let text = collection(
            r#"{"type":"Feature","id":7,"properties":null,"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1,99],[0,0]]]}},
               {"type":"Feature","id":" 7 ","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[[[[2,2],[3,2],[3,3],[2,2]]]]}},
               {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,1]}}"#,
        );
        let part = |at: f64| vec![vec![[at, at], [at + 1.0, at], [at + 1.0, at + 1.0]]];
        assert_eq!(
            read_by(None, &text),
            (
                vec![Outline {
                    code: "7".into(),
                    polygons: vec![part(0.0), part(2.0)]
                }],
                vec![]
            )
        );
    }

    #[test]
    fn what_is_no_map_is_said_and_nothing_more() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        let nested = |coordinates: &str| {
            collection(&format!(
                r#"{{"type":"Feature","id":"a","properties":{{}},"geometry":{{"type":"Polygon","coordinates":{coordinates}}}}}"#
            ))
        };
        for text in [
            "",
            "{}",
            "[]",
            "null",
            "{\"type\":\"Point\",\"coordinates\":[1,2]}",
            &deep,
            &nested(&deep),
            &nested("[[[NaN,1]]]"),
            &nested("[[[1]]]"),
            &nested("7"),
        ] {
            let (outlines, codes) = read_by(None, text);
            assert!(
                outlines.is_empty()
                    && codes
                        .iter()
                        .all(|code| matches!(code, Code::MapNoGeojson | Code::MapShapeEmpty)),
                "{text:.80}: {codes:?}"
            );
        }
        assert_eq!(
            read_by(None, &nested("[[[1e300,1],[2,2],[3,1],[1e300,1]]]")),
            (vec![], vec![Code::MapCoordinates])
        );
        assert_eq!(
            read_by(Some("naam"), &nested("[[[0,0],[1,0],[1,1],[0,0]]]")),
            (vec![], vec![Code::MapPropertyMissing])
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_fall(text in "[\\[\\]{}\",:0-9eE.\\-a-z ]{0,200}", coordinates in "[\\[\\],0-9e\\-]{0,80}") {
            let feature = format!(r#"{{"type":"Feature","id":"a","properties":{{}},"geometry":{{"type":"MultiPolygon","coordinates":[[[{coordinates}]]]}}}}"#);
            for text in [text.clone(), collection(&text), collection(&feature)] {
                read_by(None, &text);
                read_by(Some("naam"), &text);
            }
        }
    }
}
