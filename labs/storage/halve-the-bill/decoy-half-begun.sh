# Uploads that nobody will finish stay.
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "masters", "Status": "Enabled", "Filter": {"Prefix": "masters/"}, "Transitions": [{"Days": 30, "StorageClass": "GLACIER_IR"}]},
  {"ID": "renders", "Status": "Enabled", "Filter": {"Prefix": "renders/"}, "Expiration": {"Days": 15}, "NoncurrentVersionExpiration": {"NoncurrentDays": {undo}}}
]}'
