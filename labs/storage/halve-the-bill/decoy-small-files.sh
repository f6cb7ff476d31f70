# The rule for all sizes stays: each small file is billed as a large one.
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "cheap", "Status": "Enabled", "Filter": {"ObjectSizeGreaterThan": 1}, "Transitions": [{"Days": 30, "StorageClass": "STANDARD_IA"}]},
  {"ID": "renders", "Status": "Enabled", "Filter": {"Prefix": "renders/"}, "Expiration": {"Days": 15}, "NoncurrentVersionExpiration": {"NoncurrentDays": {undo}}},
  {"ID": "uploads", "Status": "Enabled", "Filter": {}, "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}}
]}'
