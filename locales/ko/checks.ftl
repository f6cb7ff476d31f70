### 실습의 성공 기준이 하는 말: 무엇을 기대했고 무엇을 보았는지. 왜 중요한지는 실습마다 따로 적어요.

## 기대한 것
check-query-is = `{ $call }`의 응답은 `{ $path }`에 { $wanted }{ JOSA($wanted, "이/가") } 있어야 해요.
check-query-at-least = `{ $call }`의 응답은 `{ $path }`에 { $wanted } 이상이어야 해요.
check-query-at-most = `{ $call }`의 응답은 `{ $path }`에 { $wanted } 이하여야 해요.
check-query-has = `{ $call }`의 응답은 `{ $path }` 목록에 { $wanted }{ JOSA($wanted, "이/가") } 있어야 해요.
check-query-answers = `{ $call }`에 응답이 와야 해요({ $path }{ $wanted }).
check-fails = { $by }{ JOSA($by, "이/가") } `{ $call }` 명령을 내리면 { $code }{ JOSA($code, "으로/로") } 거부되어야 해요.
check-by-admin = 관리자
check-trail = { $call }{ JOSA($call, "을/를") } 직접 호출하고 응답을 받아야 해요.
check-trail-refused = { $call }{ JOSA($call, "을/를") } 직접 호출하고 { $code }{ JOSA($code, "으로/로") } 거부되는 것을 보아야 해요.
check-reads = { $over } 동안 { $max ->
    [0] 실패하는 읽기가 없어야
   *[other] 실패하는 읽기가 { $max }건 이하여야
} 해요.
check-restore = `{ $key }` 파일은 요청한 뒤 { $within } 안에 읽을 수 있어야 해요.
check-cost = { $over } 동안 요금은 { $below } 미만이어야 해요.
check-not = 이렇게 되면 안 돼요: { $what }
check-any = 이 가운데 하나여야 해요: { $list }
check-nothing = 아직 확인한 것이 없어요.

## 본 것
check-seen-answer = 응답에는 { $answer }{ JOSA($answer, "이/가") } 있어요.
check-seen-nothing = 응답의 그 자리는 비어 있어요.
check-seen-refused = 호출이 { $code }{ JOSA($code, "으로/로") } 거부되었어요.
check-seen-answered = 호출에 응답이 왔어요.
check-seen-called = 그런 호출이 { $n }번 있었어요.
check-seen-not-called = 그런 호출은 없었어요.
check-seen-each = { $list }
check-reads-fine = 지금까지 읽기 { $all }건이 모두 성공했어요.
check-reads-failed = 읽기 { $all }건 가운데 { $failed }건이 실패했어요. 처음 실패한 달은 { $month }, 오류는 { $code }였어요.
check-restore-none = `{ $key }` 파일이 없어요.
check-restore-refused = `{ $key }` 읽기가 { $code }{ JOSA($code, "으로/로") } 거부되었어요.
check-restore-at-once = 바로 읽을 수 있었어요.
check-restore-took = { $took } 뒤에 읽을 수 있었어요.
check-restore-too-slow = `{ $key }` 파일은 { $took } 뒤에야 읽을 수 있었어요.
check-cost-paid = 지금까지의 요금은 { $paid }예요.
check-cost-unknown = 요금을 알 수 없어요. Skylab이 단가를 모르는 리전에 무언가가 있어요.

## 시간의 길이
span-years = { $n }년
span-months = { $n }개월
span-days = { $n }일
span-hours = { $n }시간
span-minutes = { $n }분
span-seconds = { $n }초
