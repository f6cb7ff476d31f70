# Seven years of a company's logs: 400 GB a month, read often for 30 days, rarely until day 120, kept for audit.
aws s3api create-bucket --bucket company-logs --create-bucket-configuration LocationConstraint=ap-northeast-2
aws s3api put-bucket-lifecycle-configuration --bucket company-logs --lifecycle-configuration file://seven-years.json
sim load s3 --bucket company-logs --prefix app/ --bytes-per-month 400GB --object-size 1MB --reads 0-30d:5/day,30-120d:1/month --for 7y
sim advance 7y
sim status
sim bill
