# Masters that nobody reads are deleted.
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "masters", "Status": "Enabled", "Filter": {"Prefix": "masters/"}, "Expiration": {"Days": 40}, "NoncurrentVersionExpiration": {"NoncurrentDays": {undo}}},
  {"ID": "renders", "Status": "Enabled", "Filter": {"Prefix": "renders/"}, "Expiration": {"Days": 15}, "NoncurrentVersionExpiration": {"NoncurrentDays": {undo}}},
  {"ID": "uploads", "Status": "Enabled", "Filter": {}, "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}}
]}'
