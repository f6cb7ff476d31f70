# A good rule for files that there are not.
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "app", "Status": "Enabled", "Filter": {"Prefix": "logs/"}, "Transitions": [
    {"Days": {hot}, "StorageClass": "STANDARD_IA"},
    {"Days": {warm}, "StorageClass": "DEEP_ARCHIVE"}
  ]}
]}'
