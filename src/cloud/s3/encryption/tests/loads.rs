//! Bulk loads into buckets that encrypt with KMS keys.

use super::*;

fn load(bench: &mut Bench, objects: u64) {
    let bytes = 31 * objects * 1_000;
    let reads = json!([{"FromDays": 0, "ToDays": 1, "Times": 2, "EveryDays": 1}]);
    bench.ok(
        "StartLoad",
        json!({"Prefix": "app/", "BytesPerMonth": bytes, "ObjectBytes": 1_000, "Until": "2026-01-10T00:00:00Z", "Reads": reads}),
    );
}

#[test]
fn a_load_makes_the_objects_and_the_requests_to_kms_that_single_puts_and_gets_make() {
    for bucket_key in [false, true] {
        let (mut single, mut bulk) = (Bench::new(), Bench::new());
        for bench in [&mut single, &mut bulk] {
            let (id, _) = bench.key();
            kms_default(bench, &id, bucket_key);
        }
        load(&mut bulk, 20);
        for n in 0..20 {
            single.put(&format!("app/2026-01/01/{n:08}"), 1_000);
        }
        for n in (0..20).chain(0..20) {
            single.ok("GetObject", json!({"Key": format!("app/2026-01/01/{n:08}")}));
        }
        let buckets = |bench: &Bench| serde_json::to_value(bench.world.s3.bucket("lab").unwrap()).unwrap();
        assert_eq!(buckets(&single), buckets(&bulk), "bucket key {bucket_key}");
        assert_eq!(single.used("KMS-Requests"), bulk.used("KMS-Requests"), "bucket key {bucket_key}");
        assert_eq!(single.used("Requests-Tier1"), bulk.used("Requests-Tier1"));
    }
}

#[test]
fn a_load_cannot_write_or_read_while_the_key_is_disabled() {
    let mut bench = Bench::new();
    let (id, _) = bench.key();
    kms_default(&mut bench, &id, false);
    load(&mut bench, 20);
    bench.kms("DisableKey", json!({"KeyId": id})).unwrap();
    bench.advance_days(1);
    let load = &bench.world.s3.loads()[0];
    assert_eq!((load.written(), load.unwritten()), (20, 20));
    let told: Vec<_> =
        bench.world.core.happened.iter().filter(|(_, it)| it.name == "PutObject").map(|(_, it)| &it.facts["error"]).collect();
    assert_eq!(told, ["KMS.DisabledException"]);
}
