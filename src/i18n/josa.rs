//! Korean particles that follow the sound of the word before them, also after Latin letters, digits and brackets; it is no dictionary.
//!
//! The rules and the marked words are those of the glossary, section 7.

/// How a word ends when it is read aloud, as far as particles care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// A vowel: 는, 가, 를, 와, 로, 예요.
    Open,
    /// The consonant ㄹ, which is closed for every particle but 으로.
    Rieul,
    /// Any other consonant.
    Closed,
}

use Ending::{Closed, Open, Rieul};

/// Words whose spelling misleads, compared as a whole.
const WHOLE_WORDS: &[(&str, Ending)] =
    &[("S3", Open), ("NAT", Closed), ("CIDR", Open), ("USD", Open), ("KRW", Closed), ("GLACIER", Open), ("TIERING", Closed)];

/// Ends of Latin words that are read as words and not letter by letter, the longer ones first.
const WORD_ENDS: &[(&str, Ending)] = &[
    ("snapshot", Closed),
    ("bucket", Closed),
    ("stalk", Closed),
    ("stack", Closed),
    ("group", Closed),
    ("ing", Closed),
    ("lab", Closed),
    ("er", Open),
    ("or", Open),
    ("le", Rieul),
    ("me", Closed),
    ("ne", Closed),
];

/// The particle of `pair` (`"은/는"`, the form after a consonant first) that fits `word`.
pub(super) fn particle<'p>(word: &str, pair: &'p str) -> &'p str {
    let Some((closed, open)) = pair.split_once('/') else { return pair };
    match ending(word) {
        Closed => closed,
        Open => open,
        Rieul => {
            if closed.starts_with('으') {
                open
            } else {
                closed
            }
        }
    }
}

/// `word` and the particle of `pair` that fits it, such as `S3는`.
pub fn with_josa(word: &str, pair: &str) -> String {
    format!("{word}{}", particle(word, pair))
}

fn ending(word: &str) -> Ending {
    let word = before_brackets(word);
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '%');
    match word.chars().next_back() {
        Some('%') | None => Open, // 퍼센트
        Some(last @ '가'..='힣') => hangul_ending(last),
        Some(last) => latin_ending(word, last),
    }
}

/// A bracket is read silently: `가용 영역(AZ)` ends like `가용 영역`.
fn before_brackets(word: &str) -> &str {
    let trimmed = word.trim_end();
    match trimmed.strip_suffix(')').and_then(|inside| inside.rfind('(')) {
        Some(open) if open > 0 => &trimmed[..open],
        _ => trimmed,
    }
}

fn hangul_ending(syllable: char) -> Ending {
    // 28 endings per vowel; number 0 is none and number 8 is ㄹ.
    match (syllable as u32 - '가' as u32) % 28 {
        0 => Open,
        8 => Rieul,
        _ => Closed,
    }
}

fn latin_ending(word: &str, last: char) -> Ending {
    let token = word.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(word);
    if let Some((_, ending)) = WHOLE_WORDS.iter().find(|(whole, _)| whole.eq_ignore_ascii_case(token)) {
        return *ending;
    }
    // Capitals at the end mean letters read one by one: ECR is 이씨알, but Docker is 도커.
    if last.is_ascii_lowercase() && token.len() > 2 {
        let lower = token.to_ascii_lowercase();
        if let Some((_, ending)) = WORD_ENDS.iter().find(|(end, _)| lower.ends_with(end)) {
            return *ending;
        }
    }
    match last.to_ascii_lowercase() {
        'l' | 'r' | '1' | '7' | '8' => Rieul,
        'm' | 'n' | '0' | '3' | '6' => Closed,
        _ => Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_storage_classes_are_read_as_words() {
        for (class, subject) in
            [("GLACIER", "가"), ("INTELLIGENT_TIERING", "이"), ("DEEP_ARCHIVE", "가"), ("STANDARD_IA", "가"), ("GLACIER_IR", "이")]
        {
            assert_eq!(particle(class, "이/가"), subject, "{class}");
        }
    }

    /// Every row of the glossary's table: words that end open, in ㄹ, and in another consonant.
    const OPEN: &str = "S3 EC2 RDS VPC API CLI AZ KMS EBS EFS FSx ALB NLB ENI CIDR TLS DNS DynamoDB Aurora DAX Server ElastiCache Valkey \
        Redis Memcached DMS SQS SCT SNS ECS EKS CDK Lambda Fargate CloudWatch CloudFront EventBridge Glacier Standard-IA DataSync \
        Accelerator Docker SSE-S3";
    const RIEUL: &str = "ACL TTL URL YAML MySQL Oracle ECR CloudTrail Snowball CRR SRR";
    const CLOSED: &str = "IAM ARN NAT JSON SSM CloudFormation Beanstalk Tiering Skylab";

    #[test]
    fn every_word_of_the_glossary_gets_its_particles() {
        for (words, expected) in [(OPEN, Open), (RIEUL, Rieul), (CLOSED, Closed)] {
            for word in words.split_whitespace() {
                assert_eq!(ending(word), expected, "{word}");
            }
        }
        for (name, expected) in [("Auto Scaling", Closed), ("Systems Manager", Open), ("One Zone", Closed), ("Route 53", Closed)] {
            assert_eq!(ending(name), expected, "{name}");
        }
    }

    #[test]
    fn each_particle_follows_the_three_endings() {
        for (pair, after_vowel, after_rieul, after_other) in [
            ("은/는", "S3는", "URL은", "IAM은"),
            ("이/가", "S3가", "URL이", "IAM이"),
            ("을/를", "S3를", "URL을", "IAM을"),
            ("과/와", "S3와", "URL과", "IAM과"),
            ("으로/로", "S3로", "URL로", "IAM으로"),
            ("이에요/예요", "S3예요", "URL이에요", "IAM이에요"),
        ] {
            assert_eq!(with_josa("S3", pair), after_vowel);
            assert_eq!(with_josa("URL", pair), after_rieul);
            assert_eq!(with_josa("IAM", pair), after_other);
        }
    }

    #[test]
    fn hangul_words_follow_their_last_syllable() {
        assert_eq!(with_josa("버킷", "으로/로"), "버킷으로");
        assert_eq!(with_josa("서울", "으로/로"), "서울로");
        assert_eq!(with_josa("객체", "을/를"), "객체를");
    }

    #[test]
    fn digits_are_read_in_korean() {
        for (digit, expected) in "0123456789".chars().zip([Closed, Rieul, Open, Closed, Open, Open, Closed, Rieul, Rieul, Open]) {
            assert_eq!(ending(&format!("web-{digit}")), expected, "{digit}");
        }
        assert_eq!(with_josa("70%", "은/는"), "70%는");
        assert_eq!(with_josa("10.00 USD", "으로/로"), "10.00 USD로");
        assert_eq!(with_josa("400\u{a0}GB", "을/를"), "400\u{a0}GB를");
    }

    #[test]
    fn a_bracket_is_not_read() {
        assert_eq!(with_josa("가용 영역(AZ)", "이/가"), "가용 영역(AZ)이");
        assert_eq!(with_josa("탄력적 네트워크 인터페이스(ENI)", "을/를"), "탄력적 네트워크 인터페이스(ENI)를");
    }

    #[test]
    fn quotes_and_stops_after_the_word_are_not_read() {
        assert_eq!(with_josa("`db-sg`", "은/는"), "`db-sg`는");
        assert_eq!(with_josa("\"버킷\"", "을/를"), "\"버킷\"을");
        assert_eq!(with_josa("", "을/를"), "를");
    }
}
