//! The model's speed: mixed requests, a million objects over ten years, undo and seeking, start-up. Results and targets are in
//! `benches/README.md`. Nothing here is a test: no time is asserted.
#![allow(clippy::unwrap_used, missing_docs, reason = "a bench that cannot set up has nothing to measure")]

use divan::{Bencher, black_box};
use serde_json::json;
use skylab_cloud::{Request, Sandbox, World, api::Origin, clock::DAY_MS, clock::SimTime, ident::Region};
use skylab_terminal::{files::MemoryFiles, shell::Shell};

fn main() {
    divan::main();
}

const N: usize = 10_000;

fn origin() -> Origin {
    Origin::admin(Region::US_EAST_1)
}

/// The same calls as `benches/boto3_on_moto.py` makes: of ten, four PUTs, three GETs, a HEAD, a list and a delete.
fn mixed(n: usize) -> Vec<(&'static str, serde_json::Value)> {
    let key = |n: usize| format!("logs/{:05}", n % 2_000);
    (0..n)
        .map(|n| match n % 10 {
            0 | 2 | 5 | 8 => ("PutObject", json!({"Bucket": "bench-bucket", "Key": key(n), "Body": "aGVsbG8gd29ybGQ="})),
            1 | 3 | 6 => ("GetObject", json!({"Bucket": "bench-bucket", "Key": key(n - 1)})),
            4 => ("HeadObject", json!({"Bucket": "bench-bucket", "Key": key(n - 2)})),
            7 => ("ListObjectsV2", json!({"Bucket": "bench-bucket", "Prefix": "logs/0001", "MaxKeys": 10})),
            _ => ("DeleteObject", json!({"Bucket": "bench-bucket", "Key": key(n - 1)})),
        })
        .collect()
}

fn line(operation: &str, params: &serde_json::Value) -> String {
    let text = |name: &str| params[name].as_str().unwrap_or_default().to_owned();
    let (bucket, key) = (text("Bucket"), text("Key"));
    match operation {
        "PutObject" => format!("aws s3api put-object --bucket {bucket} --key {key} --body hello.txt"),
        "GetObject" => format!("aws s3api get-object --bucket {bucket} --key {key} out.txt"),
        "HeadObject" => format!("aws s3api head-object --bucket {bucket} --key {key}"),
        "ListObjectsV2" => format!("aws s3api list-objects-v2 --bucket {bucket} --prefix logs/0001 --max-items 10"),
        _ => format!("aws s3api delete-object --bucket {bucket} --key {key}"),
    }
}

fn sandbox() -> Sandbox {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    sandbox.call(&origin(), Request::parse("s3", "CreateBucket", json!({"Bucket": "bench-bucket"})).unwrap()).unwrap();
    sandbox
}

fn after(n: usize) -> Sandbox {
    let mut sandbox = sandbox();
    for (operation, params) in mixed(n) {
        let _ = sandbox.call(&origin(), Request::parse("s3", operation, params).unwrap());
    }
    sandbox
}

/// 10,000 typed requests, journal and keyframes included.
#[divan::bench(sample_count = 10)]
fn mixed_requests_10_000(bencher: Bencher<'_, '_>) {
    let requests = || mixed(N).into_iter().map(|(name, params)| Request::parse("s3", name, params).unwrap()).collect::<Vec<_>>();
    bencher.with_inputs(|| (sandbox(), requests())).bench_local_values(|(mut sandbox, requests)| {
        for request in requests {
            let _ = black_box(sandbox.call(&origin(), request));
        }
        sandbox
    });
}

/// The same as a script of `aws` lines: reading, checking, running and writing JSON.
#[divan::bench(sample_count = 10)]
fn script_of_10_000_lines(bencher: Bencher<'_, '_>) {
    let lines: Vec<String> = mixed(N).iter().map(|(name, params)| line(name, params)).collect();
    bencher
        .with_inputs(|| (sandbox(), Shell::new("us-east-1"), MemoryFiles::default().with("hello.txt", "hello world")))
        .bench_local_values(|(mut sandbox, mut shell, mut files)| {
            for line in &lines {
                black_box(shell.run_line(&mut sandbox, &mut files, line).map(|step| step.jsonl()));
            }
            sandbox
        });
}

/// 20 rules over 100 prefixes.
fn with_rules(mut sandbox: Sandbox) -> Sandbox {
    let rules = (0..20).map(|n| {
        json!({"ID": format!("rule-{n:02}"), "Status": "Enabled", "Filter": {"Prefix": format!("p{n:02}")},
               "Transitions": [{"Days": 30 + n, "StorageClass": "STANDARD_IA"}, {"Days": 120 + n, "StorageClass": "GLACIER"}],
               "Expiration": {"Days": 2_000 + n}})
    });
    let rules = json!({"Bucket": "bench-bucket", "LifecycleConfiguration": {"Rules": rules.collect::<Vec<_>>()}});
    sandbox.call(&origin(), Request::parse("s3", "PutBucketLifecycleConfiguration", rules).unwrap()).unwrap();
    sandbox
}

/// A bucket with those rules, and a million objects about to be written by 100 bulk loads over ten years.
fn million() -> World {
    let mut sandbox = with_rules(sandbox());
    for n in 0..100 {
        // 84 objects a month for 120 months and 100 prefixes: 1,008,000 objects
        let load = json!({"Bucket": "bench-bucket", "Prefix": format!("p{:02}/{:02}/", n % 20, n / 20), "BytesPerMonth": 84 << 20, "ObjectBytes": 1 << 20,
                          "Until": "2036-01-01T00:00:00Z"});
        sandbox.call(&origin(), Request::parse("s3", "StartLoad", load).unwrap()).unwrap();
    }
    sandbox.world().clone()
}

/// A million objects, a few each day under each of 100 prefixes, through ten years of 20 rules.
#[divan::bench(sample_count = 5)]
fn million_objects_10_years(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(million).bench_local_values(|mut world| {
        world.run_until(SimTime::START.plus_days(3_652));
        world
    });
}

/// A million objects, written on the first of each month under 100 prefixes, through ten years of 20 rules.
#[divan::bench(sample_count = 10)]
fn million_objects_monthly_10_years(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(|| with_rules(sandbox())).bench_local_values(|mut sandbox| {
        for month in 0..120 {
            for n in 0..100 {
                // one day of a load whose month would hold 31 times as much: 84 objects
                let until = sandbox.now().plus(1);
                let per_month = u64::from(31_u32) * 84;
                let load = json!({"Bucket": "bench-bucket", "Prefix": format!("p{:02}/{:02}/", n % 20, n / 20), "BytesPerMonth": per_month << 20,
                                  "ObjectBytes": 1 << 20, "Until": until});
                sandbox.call(&origin(), Request::parse("s3", "StartLoad", load).unwrap()).unwrap();
            }
            let next = SimTime::START.plus_months(month + 1);
            sandbox.advance(next.since(sandbox.now()));
        }
        sandbox
    });
}

/// A million objects written at once under 100 prefixes.
#[divan::bench(sample_count = 10)]
fn million_objects_at_once_10_years(bencher: Bencher<'_, '_>) {
    let once = || {
        let mut sandbox = Sandbox::from_world(sandbox().world().clone());
        let rules = json!({"Bucket": "bench-bucket", "LifecycleConfiguration": {"Rules": [
            {"ID": "all", "Status": "Enabled", "Filter": {}, "Transitions": [{"Days": 30, "StorageClass": "GLACIER"}], "Expiration": {"Days": 3_000}}]}});
        sandbox.call(&origin(), Request::parse("s3", "PutBucketLifecycleConfiguration", rules).unwrap()).unwrap();
        for n in 0..100 {
            let load = json!({"Bucket": "bench-bucket", "Prefix": format!("p{n:02}/"), "BytesPerMonth": 310_000_u64 << 20, "ObjectBytes": 1 << 20,
                              "Until": "2026-01-01T00:00:01Z"});
            sandbox.call(&origin(), Request::parse("s3", "StartLoad", load).unwrap()).unwrap();
        }
        sandbox.world().clone()
    };
    bencher.with_inputs(once).bench_local_values(|mut world| {
        world.run_until(SimTime::START.plus_days(3_652));
        world
    });
}

/// Ten idle years.
#[divan::bench]
fn ten_idle_years(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(sandbox).bench_local_values(|mut sandbox| {
        sandbox.advance(3_652 * DAY_MS);
        sandbox
    });
}

/// One undo after 10,000 inputs.
#[divan::bench(sample_count = 20)]
fn undo_after_10_000_inputs(bencher: Bencher<'_, '_>) {
    let sandbox = after(N);
    bencher.with_inputs(|| sandbox.clone()).bench_local_values(|mut sandbox| {
        sandbox.undo();
        sandbox
    });
}

/// Seeking to inputs spread over 10,000.
#[divan::bench(sample_count = 20, args = [1, 2_499, 5_001, 7_777, 9_999])]
fn seek_among_10_000_inputs(bencher: Bencher<'_, '_>, n_inputs: usize) {
    let sandbox = after(N);
    bencher.with_inputs(|| sandbox.clone()).bench_local_values(|mut sandbox| {
        sandbox.seek_input(n_inputs);
        sandbox
    });
}

/// The app from nothing to its first drawn frame, without the window system.
#[divan::bench(sample_count = 10)]
fn start_to_first_frame() {
    let ctx = egui::Context::default();
    let mut app = skylab::app::App::new(&ctx, skylab::i18n::Lang::Ko, skylab::ui::theme::Theme::Light);
    let input =
        egui::RawInput { screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 800.0))), ..Default::default() };
    let mut output = ctx.run_ui(input, |ui| app.frame(ui));
    output.textures_delta.clear();
    black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
}
