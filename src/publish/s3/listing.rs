//! What a service says is in a bucket (Amazon S3 API, `ListObjectsV2`), and what it says went wrong
//! ("Error responses").

use std::io::{self, ErrorKind};

use crate::publish::web::each_text;

/// A part of a list.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct ListedPart {
    /// The keys of objects, and how many bytes each has.
    pub(super) files: Vec<(String, u64)>,
    /// What more keys begin with, up to the `/` that was asked for.
    pub(super) folders: Vec<String>,
    /// By what the next part is asked for, where there is one.
    pub(super) next: Option<String>,
}

/// What went wrong, by the names that the service has for it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct SaidWrong {
    pub(super) code: String,
    /// The region that the bucket is in, where it is another one.
    pub(super) region: Option<String>,
}

/// Reads a part of a list.
///
/// # Errors
/// When it is none.
pub(super) fn part(answer: &[u8]) -> io::Result<ListedPart> {
    let wrong = || io::Error::from(ErrorKind::InvalidData);
    let mut part = ListedPart::default();
    let (mut key, mut size, mut is_list) = (None, None, false);
    let (mut has_more, mut next) = (false, None);
    each_text(answer, |names, text| {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        match names.as_slice() {
            ["ListBucketResult"] => is_list = true,
            ["ListBucketResult", "Contents", "Key"] => key = Some(text.to_owned()),
            ["ListBucketResult", "Contents", "Size"] => size = text.parse().ok(),
            ["ListBucketResult", "Contents"] => {
                let file = key.take().zip(size.take());
                part.files.push(file.ok_or_else(wrong)?);
            }
            ["ListBucketResult", "CommonPrefixes", "Prefix"] => part.folders.push(text.to_owned()),
            ["ListBucketResult", "IsTruncated"] => has_more = text == "true",
            ["ListBucketResult", "NextContinuationToken"] => next = Some(text.to_owned()),
            _ => {}
        }
        Ok(())
    })?;
    if !is_list || (has_more && next.is_none()) {
        return Err(wrong());
    }
    part.next = next.filter(|_| has_more);
    Ok(part)
}

/// Reads what went wrong; nothing where the answer does not say.
pub(super) fn said_wrong(answer: &[u8]) -> SaidWrong {
    let mut said = SaidWrong::default();
    let read = each_text(answer, |names, text| {
        match names {
            [error, name] if error == "Error" && name == "Code" => text.clone_into(&mut said.code),
            [error, name] if error == "Error" && name == "Region" => {
                said.region = Some(text.to_owned());
            }
            _ => {}
        }
        Ok(())
    });
    read.map_or_else(|_| SaidWrong::default(), |()| said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_list_is_read_and_what_is_none_is_refused() {
        let listed = part(
            b"<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\
              <IsTruncated>true</IsTruncated><Contents><Key>www/a&amp;b.html</Key><Size>12</Size></Contents>\
              <CommonPrefixes><Prefix>www/deals/</Prefix></CommonPrefixes>\
              <NextContinuationToken>verder</NextContinuationToken></ListBucketResult>",
        );
        assert_eq!(
            listed.expect("it is a list"),
            ListedPart {
                files: vec![("www/a&b.html".to_owned(), 12)],
                folders: vec!["www/deals/".to_owned()],
                next: Some("verder".to_owned()),
            }
        );
        for answer in [
            "<html/>",
            "",
            "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>",
            "<ListBucketResult><Contents><Key>a</Key></Contents></ListBucketResult>",
        ] {
            assert!(part(answer.as_bytes()).is_err(), "{answer}");
        }
    }

    #[test]
    fn what_a_service_says_is_wrong_is_known_by_its_name() {
        let answer =
            b"<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-west-1</Region></Error>";
        let said = said_wrong(answer);
        assert_eq!(said.code, "AuthorizationHeaderMalformed");
        assert_eq!(said.region.as_deref(), Some("eu-west-1"));
        assert_eq!(said_wrong(b"<Error><Code>Los"), SaidWrong::default());
    }
}
