title = 지워진 보고서 살리기
summary = 보고서를 실수로 덮어쓴 뒤 지워 버렸어요. 보고서를 되살리고 지난 판도 지키면서, 다른 곳에 이전 버전이 쌓이지 않게 해요.
story = 영업 팀의 분기 보고서가 { $bucket } 버킷에서 사라졌어요. 어제 누군가 reports/quarter.csv 위에 망가진 표를 저장했고, 한 시간 전에는 누군가 그 파일을 아예 지웠어요. 버킷은 버전을 보관하고 있어요. 마지막으로 멀쩡했던 판을 되살리고, 그 전에 있던 것도 잃지 말아요. 하는 김에 하나 더 있어요. status/today.csv는 거듭 새로 쓰이는데, 이전 버전이 모두 남아서 요금에 들어가고 있어요.
question = { $bucket } 버킷의 reports/quarter.csv가 망가진 표로 덮어쓰인 뒤 지워졌어요. 그 전 판을 하나도 잃지 않고 마지막으로 멀쩡했던 판을 되살리려면 어떻게 해야 할까요? 그리고 status/today.csv는 현재 버전이 아니게 된 지 { $age }일이 지나면, 현재 버전과 바로 앞 버전 { $keep }개만 남게 하려면 어떻게 해야 할까요?
debrief = 버전 관리를 켠 버킷에서는 지우거나 덮어써도 맨 위에 삭제 마커나 새 버전이 더해질 뿐이에요. 그래서 되돌리는 길이 여럿이었어요. 위에 놓인 것을 치우거나, 옛 판을 다시 맨 위에 올리거나 하면 돼요. 둘째 길에서는 잃는 것이 없어요. 버전 ID를 주고 지울 때만 영영 사라져요. 저절로 없어지는 것이 없으니 버전에도 수명 주기 규칙이 따로 있어야 해요. 버킷 전체에 거는 규칙이었다면 보고서의 초안까지 지워졌을 거예요.

task-back-title = reports/quarter.csv의 마지막으로 멀쩡했던 판을 다시 읽을 수 있어요
task-back-why = 영업 팀에는 숫자가 있는 표가 필요해요. 망가진 판은 쓸모가 없고, 초안에는 숫자가 없어요.
task-history-title = 끝날 때에도 보고서와 그 초안이 남아 있어요
task-history-why = 감사에서 예전 보고서의 내용을 물을 수 있어요. 버전 ID로 지웠거나 규칙이 지운 버전은 다시 꺼낼 수 없어요.
task-tidy-title = 끝날 때 status/today.csv는 현재 버전과 바로 앞 버전 { $keep }개만 남아 있어요
task-tidy-why = 버전도 저마다 바이트만큼 비용이 들어요. 날마다 쓰는 파일은 1년이면 버전이 365개예요. 그렇다고 이전 버전이 하나도 없으면 실수를 되돌릴 수 없어요.

hint-back-1 = 버킷의 목록에는 그 파일이 없어요. 그런데도 그 바이트는 아직 요금에 들어 있어요.
hint-back-2 = 보통 목록은 현재 버전만 보여 줘요. 그 키의 모든 버전을 물어봐요.
hint-back-3 = 버전 ID 없이 지우면 맨 위에 삭제 마커(delete marker)가 놓여요. 그 아래에 망가진 판이, 또 그 아래에 멀쩡한 판이 있어요. 누구나 맨 위에 있는 것을 읽게 돼요.
hint-back-4 = aws s3api list-object-versions로 멀쩡한 판의 버전 ID를 찾아요. 그 버전을 aws s3api copy-object --copy-source 버킷/키?versionId=ID로 같은 키에 복사하거나, 삭제 마커와 망가진 판을 버전 ID로 지워요.
hint-history-1 = { $age }일이 넘게 지난 뒤에 보고서의 버전을 다시 봐요. 모두 그대로 있나요?
hint-history-2 = 규칙이 어느 키에 걸려 있는지 봐요.
hint-history-3 = 접두사가 없는 규칙은 버킷의 모든 키에 걸려요. 가장 새로운 이전 버전 { $keep }개는 남지만, 초안은 그보다 오래됐어요.
hint-history-4 = 규칙의 필터에 Prefix status/를 넣어요. 초안이 벌써 없어졌다면 규칙을 넣기 전으로 돌아가요.
hint-tidy-1 = status/today.csv의 버전을 나열해 봐요. 몇 개나 있고, 누가 치워 줄까요?
hint-tidy-2 = 버킷의 수명 주기를 봐요. 현재 버전에 하는 작업이 있고, 더는 현재가 아닌 버전에 하는 작업이 따로 있어요.
hint-tidy-3 = NoncurrentVersionExpiration은 새 버전에 자리를 내준 지 며칠이 지난 버전을 지워요. NewerNoncurrentVersions는 그래도 남겨 둘 개수예요.
hint-tidy-4 = aws s3api put-bucket-lifecycle-configuration에 규칙 하나를 줘요. 필터는 Prefix status/, NoncurrentDays는 { $age }, NewerNoncurrentVersions는 { $keep }이에요.

step-look-title = 무엇이 있는지 보기
step-look-text = 먼저 보통 목록을 보고, 다음으로 모든 버전을 나열해서 비교해 봐요. reports/quarter.csv의 맨 위에는 무엇이 있고, 그 아래에는 무엇이 있나요?
step-marker-title = 삭제 마커 치우기
step-marker-text = 삭제 마커를 그 버전 ID로 지워요. 그러면 reports/quarter.csv에서 무엇을 읽게 될까요?
step-marker-nothing = 아무것도 없어요. 파일은 그대로 지워져 있어요
step-marker-broken = 망가진 판
step-marker-final = 마지막으로 멀쩡했던 판
step-copy-title = 멀쩡한 판을 맨 위에 올리기
step-copy-text = 멀쩡한 버전을 같은 키에 복사해요. 새 버전이 하나 생기고, 그 아래에 있던 것은 하나도 잃지 않아요.
step-rule-title = 이전 버전을 위한 규칙
step-rule-text = status/ 아래 파일에서 현재가 아니게 된 지 { $age }일이 지난 버전을 지우되, 그 가운데 가장 새로운 { $keep }개는 남겨요. 보고서는 건드리지 않아요.
step-wait-title = 시간 보내기
step-wait-text = 60일 뒤에 버전을 다시 나열해요. 무엇이 없어지고 무엇이 남았나요?

checkpoint-back = 보고서가 돌아왔어요
