### Intelligent-Tiering 실험대: 읽기 패턴, 액세스 티어, 세 클래스의 요금.

panel-tiering = Intelligent-Tiering

## 시작 상태
tiering-start-once-then-quiet = 처음만 읽힘
tiering-start-unpredictable = 예측 못 할 읽기
tiering-start-small-files = 작은 파일

## 장면
tiering-beat-once-question = 64 MB 파일 1,000개를 올렸어요. 처음 두 번 읽히고 그 뒤로는 아무도 읽지 않아요. 어느 클래스에 두면 좋을까요?
tiering-beat-cheapest = 예측해 보세요. 1년 동안 두면 세 클래스 가운데 어느 쪽이 가장 쌀까요?
tiering-predict-cheapest-standard = S3 Standard
tiering-predict-cheapest-infrequent = S3 Standard-IA
tiering-predict-cheapest-tiering = S3 Intelligent-Tiering
tiering-beat-play = 패턴을 { $day }일째까지 재생했어요. 그동안 읽기는 { $n }번이었어요.
tiering-beat-tiers = { $day }일째예요. 마지막 액세스는 { $last }일째였고, { $quiet }일 동안 안 읽혔어요. 객체는 { $tier } 티어에 있어요.
tiering-beat-cost = { $day }일 동안 가장 싼 쪽은 { $least }{ JOSA($least, "이에요/예요") }. Standard { $standard }, Standard-IA { $infrequent }, Intelligent-Tiering { $tiering }예요.
tiering-beat-no-time = 아직 시간이 흐르지 않았어요. 패턴을 재생해 보세요.
tiering-beat-once-why = Intelligent-Tiering은 30일 동안 안 읽히면 Infrequent, 90일이면 Archive Instant로 객체를 옮겨요. 읽히면 Frequent로 되돌리고, 검색 요금은 없어요. 대신 객체마다 모니터링 요금을 내요.
tiering-beat-unpredictable-question = 언제 읽힐지 아무도 몰라요. 몇 달 안 읽히다가 갑자기 읽히기도 해요. 객체는 어느 티어에 있을까요?
tiering-beat-day-100 = 예측해 보세요. 80일째에 한 번 읽혔다면, 100일째에 객체는 어느 티어에 있을까요?
tiering-predict-day-100-frequent = Frequent Access
tiering-predict-day-100-infrequent = Infrequent Access
tiering-predict-day-100-instant = Archive Instant Access
tiering-beat-unpredictable-why = 날수는 올린 날이 아니라 마지막 액세스부터 세요. 한 번 읽히면 처음부터 다시 세고, 자주 읽혀도 손해가 작아요. 그래서 패턴을 모를 때 알맞아요.
tiering-beat-small-question = 100 KB 섬네일 100만 개예요. 거의 읽히지 않아요. Intelligent-Tiering이 싼 티어로 옮겨 줄까요?
tiering-beat-small = 예측해 보세요. 1년 뒤에 이 객체는 어느 티어에 있을까요?
tiering-predict-small-frequent = Frequent Access
tiering-predict-small-infrequent = Infrequent Access
tiering-predict-small-instant = Archive Instant Access
tiering-beat-small-why = 128 KB보다 작은 객체는 모니터링하지 않고 늘 Frequent 단가로 요금을 내요. 모니터링 요금도 없어요. 작은 파일이 많으면 묶어서 저장하는 편이 나아요.

## 티어와 클래스
tiering-tier-frequent = Frequent Access
tiering-tier-infrequent = Infrequent Access
tiering-tier-instant = Archive Instant Access
tiering-tier-archive = Archive Access
tiering-tier-deep = Deep Archive Access
tiering-class-standard = S3 Standard
tiering-class-infrequent = S3 Standard-IA
tiering-class-tiering = S3 Intelligent-Tiering
tiering-lane = { $tier } { $price }/GB
tiering-band = { $from }~{ $to }일 { $tier }

## 시간 띠
tiering-head = 액세스 티어: { $day }일째
tiering-head-hint = 티어 이름 옆의 숫자는 GB당 월 단가예요. 아래의 칸 하나가 한 주이고, 그 주의 가운데 날에 읽어요.
tiering-reads = 읽는 주
tiering-week-mark = { $week }주
tiering-week-past = { $week }주차({ $day }일째)는 이미 지났어요. 바꾸려면 시간 막대를 지난 때로 끌거나 실행 취소를 눌러요.
tiering-week-read = { $week }주차({ $day }일째): 읽을 예정. 누르면 빼요.
tiering-week-quiet = { $week }주차({ $day }일째): 안 읽음. 누르거나 끌어서 읽기를 넣어요.
tiering-weeks-told = 읽는 주. 지난 읽기 { $done }번, 예정 { $open }번.
tiering-play = 패턴 재생
tiering-play-hint = 지금부터 1년째까지 재생하며, 고른 주마다 세 버킷의 객체를 get-object로 읽어요.
tiering-clear = 패턴 비우기
tiering-clear-hint = 예정된 읽기를 모두 빼요. 지난 읽기는 그대로예요.
tiering-archive-on = 보관 티어 켜기
tiering-archive-off = 보관 티어 끄기
tiering-archive-hint = 버킷에 설정 하나를 걸거나 빼요. 90일 동안 안 읽히면 Archive Access, 180일이면 Deep Archive Access로 가고, 거기서는 복원해야 읽혀요.
tiering-restore = 복원 요청
tiering-restore-hint = RestoreObject를 보내요. 몇 시간 뒤에 객체가 Frequent Access로 돌아와요.

## 비용
tiering-cost-head = 쌓인 비용 (객체 { $n }개)
tiering-cost-empty = 하루가 지나면 비용이 보여요.
tiering-days = 날
tiering-day = { $n }일
tiering-sums-head = { $day }일 동안 쓴 비용, 객체 { $n }개
tiering-sum = { $class } { $amount }
tiering-least = 가장 쌈
tiering-how = 계산 방법: 객체 하나의 요금 × { $n }개. 객체 하나의 요금은 이 버킷의 사용량 × 단가예요.

## 일어난 일
tiering-happened = 일어난 일
tiering-nothing-yet = 아직 티어를 옮기지 않았어요. 30일 동안 안 읽히면 처음 옮겨요.
tiering-small = 128 KB보다 작아서 모니터링하지 않아요. 티어를 옮기지 않고 Frequent 단가로 요금을 내요.
tiering-moved-quiet = { $day }일째: { $quiet }일 동안 안 읽혀서 { $from }에서 { $to }{ JOSA($to, "으로/로") } 옮겼어요.
tiering-moved-read = { $day }일째: 읽혀서 { $from }에서 { $to }{ JOSA($to, "으로/로") } 돌아왔어요.
tiering-moved-restored = { $day }일째: 복원이 끝나 { $from }에서 { $to }{ JOSA($to, "으로/로") } 돌아왔어요.
tiering-why-archived = 객체가 보관 티어에 있어 바로 읽을 수 없어요. 복원을 요청하고 몇 시간 기다리면 읽혀요. 재생은 여기서 멈췄어요.
tiering-why-restoring = 복원이 이미 진행 중이에요. 몇 시간 더 재생하면 끝나요.
tiering-why-other = 요청이 거부되어 아무것도 바뀌지 않았어요. AWS의 설명을 읽고 명령을 고쳐 보세요.

## 강사를 위한 메모
tiering-note-once-question = 회사에 올려 두고 잊은 파일이 얼마나 되는지 물어보세요.
tiering-note-cheapest = 손 든 사람을 세어 보세요. Standard-IA라는 답이 많아요.
tiering-note-play = 점 하나가 읽기 한 번이에요. 같은 읽기가 세 버킷에 똑같이 갔어요.
tiering-note-tiers = 계단을 하나씩 짚어 주세요. 규칙은 하나도 없었어요.
tiering-note-cost = 세 곡선의 기울기를 비교해 보세요. 기울기가 곧 한 달 요금이에요.
tiering-note-once-why = 읽기를 매주 넣고 다시 재생하면 어느 쪽이 가장 쌀지 물어보세요.
tiering-note-unpredictable-question = 언제 읽힐지 아는 데이터와 모르는 데이터를 하나씩 들게 하세요.
tiering-note-day-100 = 80일째의 읽기를 빼면 답이 어떻게 바뀌는지도 물어보세요.
tiering-note-unpredictable-why = 보관 티어를 켜고 다시 재생해 보세요. 나중의 읽기가 거부돼요.
tiering-note-small-question = 섬네일, 로그 조각, JSON 파일의 크기를 물어보세요.
tiering-note-small = 손 든 사람을 세어 보세요. Archive Instant라는 답이 많아요.
tiering-note-small-why = Standard-IA도 작은 파일에는 함정이에요. 128 KB로 쳐서 요금을 내요.
