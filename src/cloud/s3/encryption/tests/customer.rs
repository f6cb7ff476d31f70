//! Objects under the caller's own key.

use super::*;

/// A bucket that takes customers' keys, with one object under `KEY`.
fn bench() -> Bench {
    let mut bench = Bench::new();
    default(&mut bench, &json!({"BlockedEncryptionTypes": {"EncryptionType": ["NONE"]}}));
    bench.ok("PutObject", with(json!({"Key": "k", "Body": "aGVsbG8="}), &customer(KEY)));
    bench
}

#[test]
fn answers_show_the_algorithm_and_the_keys_digest_and_no_server_side_encryption() {
    let mut bench = bench();
    let headers = customer(KEY);
    let put = bench.ok("PutObject", with(json!({"Key": "k", "Body": {"Zeros": 10}}), &headers));
    for (operation, answer) in [
        ("PutObject", put),
        ("GetObject", bench.ok("GetObject", with(json!({"Key": "k"}), &headers))),
        ("HeadObject", bench.ok("HeadObject", with(json!({"Key": "k"}), &headers))),
    ] {
        assert_eq!((&answer["SSECustomerAlgorithm"], &answer["SSECustomerKeyMD5"]), (&json!("AES256"), &headers["SSECustomerKeyMD5"]));
        assert_eq!(answer.get("ServerSideEncryption"), None, "{operation}");
        assert_ne!(answer["ETag"], *MD5_OF_TEN_ZEROS, "{operation}");
    }
}

#[test]
fn a_new_bucket_refuses_customers_keys_and_names_the_caller_and_the_action() {
    let mut bench = Bench::new();
    for operation in ["PutObject", "CreateMultipartUpload"] {
        let refusal = bench.call(operation, with(json!({"Key": "k"}), &customer(KEY))).unwrap_err();
        let wanted = "User: arn:aws:iam::123456789012:user/admin is not authorized to perform: s3:PutObject on resource: \"arn:aws:s3:::lab/k\" because this bucket has blocked upload requests that specify Server Side Encryption with Customer provided keys (SSE-C). Please specify a different server-side encryption type";
        assert_eq!((refusal.status, refusal.message.as_str()), (403, wanted), "{operation}");
    }
}

#[test]
fn what_was_stored_stays_readable_after_customers_keys_are_blocked() {
    let mut bench = bench();
    default(&mut bench, &json!({"BlockedEncryptionTypes": {"EncryptionType": ["SSE-C"]}}));
    assert_eq!(bench.ok("GetObject", with(json!({"Key": "k"}), &customer(KEY)))["Body"], "aGVsbG8=");
}

#[test]
fn reading_needs_the_very_key_that_was_written_with() {
    let mut bench = bench();
    let without = bench.call("GetObject", json!({"Key": "k"})).unwrap_err();
    let words =
        "The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the object.";
    assert_eq!((without.code.as_ref(), without.message.as_str(), without.status), ("InvalidRequest", words, 400));
    let other = bench.call("GetObject", with(json!({"Key": "k"}), &customer(&[7; 32]))).unwrap_err();
    let words = "Requests specifying Server Side Encryption with Customer provided keys must provide the correct secret key.";
    assert_eq!((other.code.as_ref(), other.message.as_str(), other.status), ("AccessDenied", words, 403));
    assert_eq!(bench.refused("HeadObject", json!({"Key": "k"})), "400");
    assert_eq!(bench.refused("HeadObject", with(json!({"Key": "k"}), &customer(&[7; 32]))), "403");
    let attributes = json!({"Key": "k", "ObjectAttributes": ["ObjectSize"]});
    assert_eq!(bench.refused("GetObjectAttributes", attributes.clone()), "InvalidRequest");
    assert_eq!(bench.ok("GetObjectAttributes", with(attributes, &customer(KEY)))["ObjectSize"], 5);
    bench.ok("DeleteObject", json!({"Key": "k"}));
}

#[test]
fn a_key_brought_for_an_object_without_one_is_not_applicable() {
    let mut bench = bench();
    bench.put("plain", 1);
    let refusal = bench.call("GetObject", with(json!({"Key": "plain"}), &customer(KEY))).unwrap_err();
    assert_eq!(refusal.to_string(), "InvalidRequest: The encryption parameters are not applicable to this object.");
}

#[test]
fn the_headers_are_checked_in_s3s_order() {
    let mut bench = bench();
    let short = b"ten bytes!";
    for (headers, code, words) in [
        (
            with(customer(KEY), &json!({"ServerSideEncryption": "AES256"})),
            "InvalidArgument",
            "is incompatible with the encryption method specified",
        ),
        (json!({"SSECustomerAlgorithm": "AES512", "SSECustomerKey": "x"}), "InvalidEncryptionAlgorithmError", "Supported value: AES256."),
        (json!({"SSECustomerKey": STANDARD.encode(KEY)}), "InvalidArgument", "must provide a valid encryption algorithm."),
        (json!({"SSECustomerAlgorithm": "AES256"}), "InvalidArgument", "must provide an appropriate secret key."),
        (customer(short), "InvalidArgument", "The secret key was invalid for the specified algorithm."),
        (
            with(customer(short), &json!({"SSECustomerKeyMD5": "AAAA"})),
            "InvalidArgument",
            "The calculated MD5 hash of the key did not match",
        ),
    ] {
        let refusal = bench.call("PutObject", with(json!({"Key": "k"}), &headers)).unwrap_err();
        assert!(refusal.code == code && refusal.message.contains(words), "{headers}: {refusal}");
    }
}

#[test]
fn a_copy_opens_its_source_with_one_key_and_closes_its_target_with_another() {
    let mut bench = bench();
    let copy = json!({"Key": "copy", "CopySource": "lab/k"});
    assert_eq!(bench.refused("CopyObject", copy.clone()), "InvalidRequest");
    let headers = customer(KEY);
    let opened = with(
        copy,
        &json!({
            "CopySourceSSECustomerAlgorithm": "AES256",
            "CopySourceSSECustomerKey": headers["SSECustomerKey"],
            "CopySourceSSECustomerKeyMD5": headers["SSECustomerKeyMD5"],
        }),
    );
    let plain = bench.ok("CopyObject", opened.clone());
    assert_eq!((&plain["ServerSideEncryption"], plain.get("SSECustomerAlgorithm")), (&json!("AES256"), None));
    assert_eq!(plain["CopyObjectResult"]["ETag"], super::super::super::checksum::etag(Md5::digest(b"hello").into()));
    let other = customer(&[7; 32]);
    assert_eq!(bench.ok("CopyObject", with(opened, &other))["SSECustomerKeyMD5"], other["SSECustomerKeyMD5"]);
    assert_eq!(bench.ok("GetObject", with(json!({"Key": "copy"}), &other))["Body"], "aGVsbG8=");
}

#[test]
fn each_part_of_an_upload_brings_the_same_key_again() {
    let mut bench = bench();
    let headers = customer(KEY);
    let begun = bench.ok("CreateMultipartUpload", with(json!({"Key": "m"}), &headers));
    assert_eq!(begun["SSECustomerKeyMD5"], headers["SSECustomerKeyMD5"]);
    let part = json!({"Key": "m", "UploadId": begun["UploadId"], "PartNumber": 1, "Body": {"Zeros": 10}});
    let without = bench.call("UploadPart", part.clone()).unwrap_err();
    assert!(without.message.starts_with("The multipart upload initiate requested encryption."), "{without}");
    let other = bench.call("UploadPart", with(part.clone(), &customer(&[7; 32]))).unwrap_err();
    assert_eq!(other.to_string(), "InvalidRequest: The provided encryption parameters did not match the ones used originally.");
    let uploaded = bench.ok("UploadPart", with(part, &headers));
    bench.ok("ListParts", json!({"Key": "m", "UploadId": begun["UploadId"]}));
    let parts = json!({"Parts": [{"PartNumber": 1, "ETag": uploaded["ETag"]}]});
    let done = bench.ok("CompleteMultipartUpload", json!({"Key": "m", "UploadId": begun["UploadId"], "MultipartUpload": parts}));
    assert_eq!((done.get("SSECustomerAlgorithm"), done.get("ServerSideEncryption")), (None, None));
    bench.ok("GetObject", with(json!({"Key": "m"}), &headers));
    let plain = bench.ok("CreateMultipartUpload", json!({"Key": "n"}));
    let part = json!({"Key": "n", "UploadId": plain["UploadId"], "PartNumber": 1, "Body": {"Zeros": 10}});
    assert_eq!(bench.refused("UploadPart", with(part, &headers)), "InvalidRequest");
}

#[test]
fn each_version_may_have_a_key_of_its_own() {
    let mut bench = bench();
    bench.versioning("Enabled");
    let old = bench.ok("PutObject", with(json!({"Key": "v"}), &customer(KEY)))["VersionId"].clone();
    bench.ok("PutObject", with(json!({"Key": "v"}), &customer(&[7; 32])));
    assert_eq!(bench.refused("GetObject", with(json!({"Key": "v"}), &customer(KEY))), "AccessDenied");
    bench.ok("GetObject", with(json!({"Key": "v", "VersionId": old}), &customer(KEY)));
}
