# Intelligent-Tiering without its archive tiers: the files stop half way down.
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "app", "Status": "Enabled", "Filter": {"Prefix": "app/"}, "Transitions": [
    {"Days": 0, "StorageClass": "INTELLIGENT_TIERING"}
  ]}
]}'
