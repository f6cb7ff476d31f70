//! `sim` lines on a real sandbox: what they answer, and what they refuse.

use serde_json::{Value, json};
use skylab_cloud::{Sandbox, clock::SimTime};

use crate::{files::MemoryFiles, shell::Shell, step::Printed};

struct Bench {
    shell: Shell,
    cloud: Sandbox,
    files: MemoryFiles,
}

fn bench() -> Bench {
    let files = MemoryFiles::default().with("f.bin", "body");
    Bench { shell: Shell::new("ap-northeast-2"), cloud: Sandbox::new(SimTime::START, 1), files }
}

impl Bench {
    fn run(&mut self, line: &str) -> crate::step::Step {
        self.shell.run_line(&mut self.cloud, &mut self.files, line).unwrap_or_else(|| panic!("no step: {line}"))
    }

    /// The JSON that a line answers; null for nothing.
    fn ok(&mut self, line: &str) -> Value {
        let step = self.run(line);
        assert!(step.ok(), "{line}: {:?}", step.error);
        if let Printed::Json(value) = step.output { value } else { Value::Null }
    }

    /// Code, message and exit code of a line that is refused; it leaves no input.
    fn refused(&mut self, line: &str) -> (String, String, u8) {
        let n_inputs = self.cloud.inputs().len();
        let error = self.run(line).error.unwrap_or_else(|| panic!("{line} passed"));
        assert_eq!(self.cloud.inputs().len(), n_inputs, "{line}");
        (error.code, error.message, error.exit)
    }
}

#[test]
fn a_zone_fails_for_a_time_is_listed_and_heals() {
    let mut bench = bench();
    let out = json!({
        "Zone": "apne2-az1", "ZoneName": "ap-northeast-2a", "Region": "ap-northeast-2",
        "OutSince": "2026-01-01T00:00:00+00:00", "OutUntil": "2026-01-01T00:10:00+00:00", "Destroyed": false,
    });
    assert_eq!(bench.ok("sim fail az apne2-az1 --for 10m"), out);
    assert_eq!(bench.ok("sim status")["ZonesOut"], json!([out]));
    bench.ok("sim advance 10m");
    assert_eq!(bench.ok("sim status")["ZonesOut"], json!([]));
}

#[test]
fn a_zone_that_fails_for_good_is_out_until_it_is_healed() {
    let mut bench = bench();
    assert_eq!(bench.ok("sim fail az use1-az6")["OutUntil"], Value::Null);
    bench.ok("sim advance 7y");
    let healed = json!({
        "Zone": "use1-az6", "ZoneName": "us-east-1f", "Region": "us-east-1",
        "OutSince": "2026-01-01T00:00:00+00:00", "Healed": "2033-01-01T00:00:00+00:00",
    });
    assert_eq!(bench.ok("sim heal az use1-az6"), healed);
    assert_eq!(bench.ok("sim status")["ZonesOut"], json!([]));
}

#[test]
fn an_unknown_zone_is_refused_with_the_ids_there_are() {
    let mut bench = bench();
    for command in ["fail", "heal"] {
        for (id, what) in [
            ("apne2-az9", "there is no zone apne2-az9; ap-northeast-2 has apne2-az1, apne2-az2, apne2-az3, apne2-az4"),
            ("use2-az7", "us-east-2 has use2-az1, use2-az2, use2-az3"),
            ("moon", "there is no zone moon; ap-northeast-2 has apne2-az1"),
            ("ap-northeast-2c", "its id here is apne2-az3"),
        ] {
            let (code, message, exit) = bench.refused(&format!("sim {command} az {id}"));
            assert!(message.starts_with(&format!("sim {command}: ")) && message.contains(what), "{id}: {message}");
            assert_eq!((code.as_str(), exit), ("ParamValidation", 252));
        }
    }
}

#[test]
fn a_zone_out_already_or_not_out_is_refused_with_those_that_fit() {
    let mut bench = bench();
    let refusal = |bench: &mut Bench, line: &str| bench.refused(line).1;
    assert_eq!(refusal(&mut bench, "sim heal az apne2-az1"), "sim heal: apne2-az1 is not out, nor is any other zone");
    assert_eq!(refusal(&mut bench, "sim fail az apne2-az1 --for 0s"), "sim fail: --for must be longer than nothing");
    bench.ok("sim fail az apne2-az1");
    assert_eq!(refusal(&mut bench, "sim heal az apne2-az2"), "sim heal: apne2-az2 is not out; out now: apne2-az1");
    let again = "apne2-az1 is out already; sim heal az apne2-az1 brings it back; not out there: apne2-az2, apne2-az3, apne2-az4";
    assert_eq!(bench.refused("sim fail az apne2-az1 --destroyed"), ("AlreadyOut".into(), format!("sim fail: {again}"), 255));
    for n in 2..=4 {
        bench.ok(&format!("sim fail az apne2-az{n}"));
    }
    assert!(refusal(&mut bench, "sim fail az apne2-az1").ends_with("so is every other zone there"));
}

#[test]
fn other_kinds_of_faults_are_refused_by_name() {
    let mut bench = bench();
    for line in ["sim fail db mydb", "sim heal instance i-1"] {
        assert_eq!(bench.refused(line).0, "NotModelled", "{line}");
    }
}

const PUT: &str = "aws s3api put-object --bucket photos --key a --body f.bin --storage-class ONEZONE_IA";

#[test]
fn an_object_in_one_zone_is_out_with_it_and_lost_with_it() {
    let mut bench = bench();
    bench.ok("aws s3 mb s3://photos");
    bench.ok(PUT);
    bench.ok("sim fail az apne2-az1 --for 1h");
    let (code, exit) = bench.run("aws s3api get-object --bucket photos --key a out").error.map(|it| (it.code, it.exit)).unwrap();
    assert_eq!((code.as_str(), exit), ("ServiceUnavailable", 254));
    bench.ok("sim advance 1h");
    bench.ok("aws s3api get-object --bucket photos --key a out");
    let lost = json!([{"Resource": "arn:aws:s3:::photos", "Objects": 1, "Bytes": 4}]);
    assert_eq!(bench.ok("sim fail az apne2-az1 --destroyed")["Lost"], lost);
    bench.ok("sim heal az apne2-az1");
    assert_eq!(bench.run("aws s3api get-object --bucket photos --key a out").error.unwrap().code, "NoSuchKey");
    assert_eq!(bench.ok("sim fail az apne2-az1 --destroyed")["Lost"], json!([]));
}

#[test]
fn reads_of_a_load_that_find_their_zone_out_count_as_failed() {
    let mut bench = bench();
    bench.ok("aws s3 mb s3://logs");
    let rule = r#"{"Rules":[{"ID":"x","Status":"Enabled","Filter":{},"Transitions":[{"Days":30,"StorageClass":"ONEZONE_IA"}]}]}"#;
    bench.ok(&format!("aws s3api put-bucket-lifecycle-configuration --bucket logs --lifecycle-configuration '{rule}'"));
    bench.ok("sim load s3 --bucket logs --bytes-per-month 310MB --object-size 1MB --reads 35-36d:3/day --for 90d");
    bench.ok("sim advance 45d");
    let reads = |bench: &mut Bench| {
        let load = bench.ok("sim status")["Loads"][0].clone();
        (load["ReadsSucceeded"].as_u64().unwrap(), load["ReadsFailed"]["ServiceUnavailable"].as_u64().unwrap())
    };
    let (succeeded, failed) = reads(&mut bench);
    assert!(succeeded > 0 && failed == 0, "{succeeded} {failed}");
    // ten objects of each day of January are read three times; healed at the very hour of the second day's reads
    bench.ok("sim fail az apne2-az1 --for 2d");
    bench.ok("sim advance 5d");
    assert_eq!(reads(&mut bench), (succeeded + 4 * 30, 30));
}
