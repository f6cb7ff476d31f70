//! What lies on S3's disks.

use super::*;
use crate::cipher;

fn stored(bench: &Bench, key: &str, customer_key: Option<&[u8; 32]>) -> Option<super::super::StoredBytes> {
    bench.world.s3.bucket("lab").unwrap().stored_bytes(&bench.world, key, None, customer_key)
}

#[test]
fn what_is_stored_opens_with_its_data_key_and_is_the_same_in_the_same_run() {
    let mut bench = Bench::new();
    bench.ok("PutObject", json!({"Key": "k", "Body": "aGVsbG8="}));
    let bytes = stored(&bench, "k", None).unwrap();
    assert_eq!(bytes, stored(&bench, "k", None).unwrap());
    assert_eq!((bytes.plaintext.as_slice(), bytes.layers.len()), (&b"hello"[..], 1));
    let layer = &bytes.layers[0];
    assert_ne!(layer.ciphertext[..5], b"hello"[..]);
    assert_eq!(cipher::open(&layer.data_key, &layer.nonce, &[], &layer.ciphertext).as_deref(), Some(&b"hello"[..]));
    assert_eq!(stored(&bench, "none", None), None);
}

#[test]
fn alike_objects_lie_differently_on_the_disk() {
    let mut bench = Bench::new();
    for key in ["a0", "a1"] {
        bench.ok("PutObject", json!({"Key": key, "Body": "aGVsbG8="}));
    }
    let ciphertext = |key: &str| stored(&bench, key, None).unwrap().layers[0].ciphertext.clone();
    assert_ne!(ciphertext("a0"), ciphertext("a1"));
}

#[test]
fn the_stored_data_key_of_a_kms_object_opens_by_decrypt_with_the_objects_arn() {
    let mut bench = Bench::new();
    let (id, arn) = bench.key();
    bench.ok("PutObject", json!({"Key": "k", "Body": "aGVsbG8=", "ServerSideEncryption": "aws:kms", "SSEKMSKeyId": id}));
    bench.kms("RotateKeyOnDemand", json!({"KeyId": id})).unwrap();
    let layer = stored(&bench, "k", None).unwrap().layers.remove(0);
    assert_eq!(layer.key, arn);
    let ask = json!({"CiphertextBlob": STANDARD.encode(&layer.stored_key), "EncryptionContext": layer.context});
    let opened = bench.kms("Decrypt", ask).unwrap();
    assert_eq!(opened["Plaintext"], STANDARD.encode(layer.data_key));
    assert_eq!(layer.context["aws:s3:arn"], "arn:aws:s3:::lab/k");
}

#[test]
fn two_layers_are_two_encryptions() {
    let mut bench = Bench::new();
    let (id, _) = bench.key();
    bench.ok("PutObject", json!({"Key": "k", "Body": "aGVsbG8=", "ServerSideEncryption": "aws:kms:dsse", "SSEKMSKeyId": id}));
    let bytes = stored(&bench, "k", None).unwrap();
    let [first, second] = bytes.layers.as_slice() else { panic!("{bytes:?}") };
    let inner = cipher::open(&second.data_key, &second.nonce, &[], &second.ciphertext).unwrap();
    assert_eq!(inner, first.ciphertext);
    assert_eq!(cipher::open(&first.data_key, &first.nonce, &[], &inner).as_deref(), Some(&b"hello"[..]));
}

#[test]
fn a_customers_key_is_needed_to_say_what_lies_there() {
    let mut bench = Bench::new();
    default(&mut bench, &json!({"BlockedEncryptionTypes": {"EncryptionType": ["NONE"]}}));
    bench.ok("PutObject", with(json!({"Key": "k", "Body": "aGVsbG8="}), &customer(KEY)));
    assert_eq!((stored(&bench, "k", None), stored(&bench, "k", Some(&[7; 32]))), (None, None));
    let layer = stored(&bench, "k", Some(KEY)).unwrap().layers.remove(0);
    assert_eq!((&layer.data_key, layer.stored_key.len()), (KEY, 0));
}
