# Large files go to the archive from which they come back in hours, and the rule knows them by their size, not by their name.
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "large", "Status": "Enabled", "Filter": {"And": {"Prefix": "masters/", "ObjectSizeGreaterThan": 1048576}}, "Transitions": [{"Days": 31, "StorageClass": "GLACIER"}]},
  {"ID": "renders", "Status": "Enabled", "Filter": {"Prefix": "renders/"}, "Expiration": {"Days": 15}, "NoncurrentVersionExpiration": {"NoncurrentDays": {undo}}},
  {"ID": "uploads", "Status": "Enabled", "Filter": {}, "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}}
]}'
