# The small files are archived as well, and every page shows them.
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "masters", "Status": "Enabled", "Filter": {"Prefix": "masters/"}, "Transitions": [{"Days": 30, "StorageClass": "GLACIER_IR"}]},
  {"ID": "renders", "Status": "Enabled", "Filter": {"Prefix": "renders/"}, "Expiration": {"Days": 15}, "NoncurrentVersionExpiration": {"NoncurrentDays": {undo}}},
  {"ID": "uploads", "Status": "Enabled", "Filter": {}, "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}},
  {"ID": "small", "Status": "Enabled", "Filter": {"And": {"Prefix": "thumbs/", "ObjectSizeGreaterThan": 1}}, "Transitions": [{"Days": 31, "StorageClass": "GLACIER"}]}
]}'
