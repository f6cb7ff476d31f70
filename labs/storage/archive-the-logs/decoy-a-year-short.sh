# Kept, but a year less than the law wants.
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "app", "Status": "Enabled", "Filter": {"Prefix": "app/"}, "Transitions": [
    {"Days": {hot}, "StorageClass": "STANDARD_IA"},
    {"Days": {warm}, "StorageClass": "DEEP_ARCHIVE"}
  ], "Expiration": {"Days": {short_days}}}
]}'
