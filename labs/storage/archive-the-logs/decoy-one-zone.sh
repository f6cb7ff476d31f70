# One zone only: cheaper, until that zone is out for a day and a half.
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "app", "Status": "Enabled", "Filter": {"Prefix": "app/"}, "Transitions": [
    {"Days": {hot}, "StorageClass": "ONEZONE_IA"},
    {"Days": {warm}, "StorageClass": "DEEP_ARCHIVE"}
  ]}
]}'
