# Intelligent-Tiering from the first day watches the reads itself; its deepest tier takes over half a year after the last one.
aws s3api put-bucket-intelligent-tiering-configuration --bucket {bucket} --id logs --intelligent-tiering-configuration '{"Id": "logs", "Status": "Enabled",
  "Tierings": [{"Days": 180, "AccessTier": "DEEP_ARCHIVE_ACCESS"}]}'
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "app", "Status": "Enabled", "Filter": {"Prefix": "app/"}, "Transitions": [
    {"Days": 0, "StorageClass": "INTELLIGENT_TIERING"}
  ]}
]}'
