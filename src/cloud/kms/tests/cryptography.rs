//! What is encrypted comes back under the same key and context, and under nothing else.

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::*;

#[test]
fn what_was_encrypted_comes_back() {
    let mut bench = Bench::new();
    let sealed = bench.ok("Encrypt", json!({"Plaintext": "c2VjcmV0"}));
    assert_eq!((&sealed["KeyId"], &sealed["EncryptionAlgorithm"]), (&json!(bench.arn()), &json!("SYMMETRIC_DEFAULT")));
    assert!(sealed["CiphertextBlob"].as_str().unwrap().starts_with("AQICAH"));
    let opened = bench.ok("Decrypt", json!({"CiphertextBlob": sealed["CiphertextBlob"]}));
    assert_eq!((&opened["Plaintext"], &opened["KeyId"]), (&json!("c2VjcmV0"), &json!(bench.arn())));
}

#[test]
fn the_same_plaintext_gives_another_ciphertext_each_time() {
    let mut bench = Bench::new();
    let one = bench.ok("Encrypt", json!({"Plaintext": "c2VjcmV0"}));
    let two = bench.ok("Encrypt", json!({"Plaintext": "c2VjcmV0"}));
    assert_ne!(one["CiphertextBlob"], two["CiphertextBlob"]);
    assert_eq!(Bench::new().ok("Encrypt", json!({"Plaintext": "c2VjcmV0"})), one, "the same run gives the same bytes");
}

#[test]
fn another_context_or_none_is_an_invalid_ciphertext() {
    let mut bench = Bench::new();
    let context = json!({"team": "a", "stage": "b"});
    let blob = bench.ok("Encrypt", json!({"Plaintext": "c2VjcmV0", "EncryptionContext": context}))["CiphertextBlob"].clone();
    for wrong in [json!({}), json!({"team": "a"}), json!({"team": "A", "stage": "b"}), json!({"team": "a", "stage": "b", "x": "y"})] {
        let refusal = bench.refused("Decrypt", json!({"CiphertextBlob": blob, "EncryptionContext": wrong}));
        assert_eq!((refusal.code.as_ref(), refusal.message.as_str()), ("InvalidCiphertextException", ""), "{wrong}");
    }
    let same = json!({"stage": "b", "team": "a"});
    assert_eq!(bench.ok("Decrypt", json!({"CiphertextBlob": blob, "EncryptionContext": same}))["Plaintext"], "c2VjcmV0");
}

#[test]
fn a_changed_byte_anywhere_is_an_invalid_ciphertext() {
    let mut bench = Bench::new();
    let blob = bench.ok("Encrypt", json!({"Plaintext": "c2VjcmV0"}))["CiphertextBlob"].clone();
    let bytes = STANDARD.decode(blob.as_str().unwrap()).unwrap();
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x40;
        let refusal = bench.refused("Decrypt", json!({"CiphertextBlob": STANDARD.encode(&changed)}));
        assert_eq!(refusal.code, "InvalidCiphertextException", "byte {at}");
    }
    for other in ["", "AA==", "AQICAHg="] {
        assert_eq!(bench.refused("Decrypt", json!({"CiphertextBlob": other})).code, "InvalidCiphertextException");
    }
    let longer = STANDARD.encode([&bytes[..], b"bad_data"].concat());
    assert_eq!(bench.refused("Decrypt", json!({"CiphertextBlob": longer})).code, "InvalidCiphertextException");
}

#[test]
fn a_ciphertext_of_another_key_is_an_incorrect_key() {
    let mut bench = Bench::new();
    let other = bench.made(json!({}));
    let blob = bench.ok("Encrypt", json!({"Plaintext": "c2VjcmV0"}))["CiphertextBlob"].clone();
    let refusal = bench.refused("Decrypt", json!({"CiphertextBlob": blob, "KeyId": other}));
    let wanted = "IncorrectKeyException: The key ID in the request does not identify a CMK that can perform this operation.";
    assert_eq!(refusal.to_string(), wanted);
    let named = json!({"CiphertextBlob": blob, "KeyId": bench.key});
    bench.ok("Decrypt", named);
}

#[test]
fn a_ciphertext_of_another_region_refers_to_a_key_that_does_not_exist_here() {
    let mut bench = Bench::new();
    let blob = bench.ok("Encrypt", json!({"Plaintext": "c2VjcmV0"}))["CiphertextBlob"].clone();
    let refusal = bench.call_as(&Origin::admin(Region::SEOUL), "Decrypt", json!({"CiphertextBlob": blob})).unwrap_err();
    assert!(refusal.code == "AccessDeniedException" && refusal.message.contains("does not exist in this region"), "{refusal}");
}

#[test]
fn at_most_4096_bytes_are_encrypted_directly() {
    let mut bench = Bench::new();
    bench.ok("Encrypt", json!({"Plaintext": STANDARD.encode([7; 4_096])}));
    let refusal = bench.refused("Encrypt", json!({"Plaintext": STANDARD.encode([7; 4_097])}));
    let wanted = "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4096";
    assert_eq!((refusal.code.as_ref(), refusal.message.as_str()), ("ValidationException", wanted));
}

#[test]
fn a_data_key_comes_in_the_clear_and_encrypted() {
    let mut bench = Bench::new();
    let context = json!({"file": "1"});
    let key = bench.ok("GenerateDataKey", json!({"KeySpec": "AES_256", "EncryptionContext": context}));
    assert_eq!(STANDARD.decode(key["Plaintext"].as_str().unwrap()).unwrap().len(), 32);
    let opened = bench.ok("Decrypt", json!({"CiphertextBlob": key["CiphertextBlob"], "EncryptionContext": context}));
    assert_eq!(opened["Plaintext"], key["Plaintext"]);
    let without = bench.ok("GenerateDataKeyWithoutPlaintext", json!({"NumberOfBytes": 64}));
    assert_eq!(without.get("Plaintext"), None);
    let opened = bench.ok("Decrypt", json!({"CiphertextBlob": without["CiphertextBlob"]}));
    assert_eq!(STANDARD.decode(opened["Plaintext"].as_str().unwrap()).unwrap().len(), 64);
}

#[test]
fn a_data_keys_length_is_said_once() {
    let mut bench = Bench::new();
    for params in
        [json!({}), json!({"KeySpec": "AES_256", "NumberOfBytes": 32}), json!({"KeySpec": "AES_512"}), json!({"NumberOfBytes": 1025})]
    {
        assert_eq!(bench.refused("GenerateDataKey", params).code, "ValidationException");
    }
}

#[test]
fn random_bytes_have_the_length_asked_for_and_never_come_again() {
    let mut bench = Bench::new();
    for n in [1, 12, 1_024] {
        let bytes = bench.ok("GenerateRandom", json!({"NumberOfBytes": n}));
        assert_eq!(STANDARD.decode(bytes["Plaintext"].as_str().unwrap()).unwrap().len(), n);
    }
    let (one, two) = (bench.ok("GenerateRandom", json!({"NumberOfBytes": 32})), bench.ok("GenerateRandom", json!({"NumberOfBytes": 32})));
    assert_ne!(one, two);
    assert_eq!(bench.refused("GenerateRandom", json!({})).message, "NumberOfBytes is required.");
    let many = bench.refused("GenerateRandom", json!({"NumberOfBytes": 1_025}));
    assert_eq!(
        many.message,
        "1 validation error detected: Value '1025' at 'numberOfBytes' failed to satisfy constraint: Member must have value less than or equal to 1024"
    );
}

#[test]
fn a_ciphertext_is_encrypted_anew_without_its_plaintext_being_seen() {
    let mut bench = Bench::new();
    let other = bench.made(json!({}));
    let blob = bench.ok("Encrypt", json!({"Plaintext": "c2VjcmV0", "EncryptionContext": {"a": "1"}}))["CiphertextBlob"].clone();
    let answer = bench.ok(
        "ReEncrypt",
        json!({"CiphertextBlob": blob, "SourceEncryptionContext": {"a": "1"}, "DestinationKeyId": other, "DestinationEncryptionContext": {"b": "2"}}),
    );
    assert_eq!(answer["SourceKeyId"], bench.arn());
    assert!(answer["KeyId"].as_str().unwrap().ends_with(&other) && answer.get("Plaintext").is_none());
    let opened = bench.ok("Decrypt", json!({"CiphertextBlob": answer["CiphertextBlob"], "EncryptionContext": {"b": "2"}}));
    assert_eq!(opened["Plaintext"], "c2VjcmV0");
}

#[test]
fn a_mac_is_that_of_its_message_and_key() {
    let mut bench = Bench::new();
    let key = bench.made(json!({"KeySpec": "HMAC_256", "KeyUsage": "GENERATE_VERIFY_MAC"}));
    let made = bench.ok("GenerateMac", json!({"KeyId": key, "Message": "aGk=", "MacAlgorithm": "HMAC_SHA_256"}));
    let mut asked = json!({"KeyId": key, "Message": "aGk=", "MacAlgorithm": "HMAC_SHA_256", "Mac": made["Mac"]});
    assert_eq!(bench.ok("VerifyMac", asked.clone())["MacValid"], true);
    asked["Message"] = json!("aG8=");
    assert_eq!(bench.refused("VerifyMac", asked).code, "KMSInvalidMacException");
    let other = bench.refused("GenerateMac", json!({"KeyId": key, "Message": "aGk=", "MacAlgorithm": "HMAC_SHA_512"}));
    assert_eq!(other.to_string(), "InvalidKeyUsageException: Algorithm HMAC_SHA_512 is incompatible with key spec HMAC_256.");
    let symmetric = bench.refused("GenerateMac", json!({"Message": "aGk=", "MacAlgorithm": "HMAC_SHA_256"}));
    assert_eq!(symmetric.message, format!("{} key usage is ENCRYPT_DECRYPT which is not valid for GenerateMac.", bench.arn()));
    let encrypt = bench.refused("Encrypt", json!({"KeyId": key, "Plaintext": "aGk="}));
    assert!(encrypt.message.ends_with("key usage is GENERATE_VERIFY_MAC which is not valid for Encrypt."));
}

#[test]
fn a_dry_run_says_that_it_would_pass_and_does_nothing() {
    let mut bench = Bench::new();
    let before = bench.world.clone();
    assert_eq!(bench.refused("Encrypt", json!({"Plaintext": "aGk=", "DryRun": true})).code, "DryRunOperationException");
    assert_eq!(bench.world.kms, before.kms);
}
