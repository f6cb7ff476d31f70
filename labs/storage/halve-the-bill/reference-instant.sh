# Masters move where they can still be read at once, renders go with their versions, small files stay where they are.
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "masters", "Status": "Enabled", "Filter": {"Prefix": "masters/"}, "Transitions": [{"Days": 30, "StorageClass": "GLACIER_IR"}]},
  {"ID": "renders", "Status": "Enabled", "Filter": {"Prefix": "renders/"}, "Expiration": {"Days": 15}, "NoncurrentVersionExpiration": {"NoncurrentDays": {undo}}},
  {"ID": "uploads", "Status": "Enabled", "Filter": {}, "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}}
]}'
