;; The arithmetic of network.ts, sixteen numbers at a time. `npm run kernel` makes network-kernel.ts of it.
(module
  (import "net" "memory" (memory 1 65536 shared))

  ;; Sums, from `start`, the rows that `features` names, and keeps what is above zero in `hidden`.
  ;; Rows are int8, `width` (a multiple of 64) each; start and hidden are int16; features are int32.
  (func (export "read") (param $rows i32) (param $features i32) (param $count i32) (param $width i32)
                        (param $start i32) (param $hidden i32)
    (local $j i32) (local $at i32) (local $feature i32) (local $end i32) (local $from i32) (local $row v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $e v128) (local $f v128) (local $g v128) (local $h v128)
    (local.set $end (i32.add (local.get $features) (i32.shl (local.get $count) (i32.const 2))))
    (loop $block
      (local.set $at (i32.add (local.get $start) (i32.shl (local.get $j) (i32.const 1))))
      (local.set $a (v128.load (local.get $at)))
      (local.set $b (v128.load offset=16 (local.get $at)))
      (local.set $c (v128.load offset=32 (local.get $at)))
      (local.set $d (v128.load offset=48 (local.get $at)))
      (local.set $e (v128.load offset=64 (local.get $at)))
      (local.set $f (v128.load offset=80 (local.get $at)))
      (local.set $g (v128.load offset=96 (local.get $at)))
      (local.set $h (v128.load offset=112 (local.get $at)))
      (local.set $from (i32.add (local.get $rows) (local.get $j)))
      (local.set $feature (local.get $features))
      (block $none
        (br_if $none (i32.eqz (local.get $count)))
        (loop $next
          (local.set $at
            (i32.add (local.get $from) (i32.mul (i32.load (local.get $feature)) (local.get $width))))
          (local.set $row (v128.load (local.get $at)))
          (local.set $a (i16x8.add (local.get $a) (i16x8.extend_low_i8x16_s (local.get $row))))
          (local.set $b (i16x8.add (local.get $b) (i16x8.extend_high_i8x16_s (local.get $row))))
          (local.set $row (v128.load offset=16 (local.get $at)))
          (local.set $c (i16x8.add (local.get $c) (i16x8.extend_low_i8x16_s (local.get $row))))
          (local.set $d (i16x8.add (local.get $d) (i16x8.extend_high_i8x16_s (local.get $row))))
          (local.set $row (v128.load offset=32 (local.get $at)))
          (local.set $e (i16x8.add (local.get $e) (i16x8.extend_low_i8x16_s (local.get $row))))
          (local.set $f (i16x8.add (local.get $f) (i16x8.extend_high_i8x16_s (local.get $row))))
          (local.set $row (v128.load offset=48 (local.get $at)))
          (local.set $g (i16x8.add (local.get $g) (i16x8.extend_low_i8x16_s (local.get $row))))
          (local.set $h (i16x8.add (local.get $h) (i16x8.extend_high_i8x16_s (local.get $row))))
          (local.set $feature (i32.add (local.get $feature) (i32.const 4)))
          (br_if $next (i32.lt_u (local.get $feature) (local.get $end)))))
      (local.set $at (i32.add (local.get $hidden) (i32.shl (local.get $j) (i32.const 1))))
      (local.set $row (v128.const i64x2 0 0))
      (v128.store (local.get $at) (i16x8.max_s (local.get $a) (local.get $row)))
      (v128.store offset=16 (local.get $at) (i16x8.max_s (local.get $b) (local.get $row)))
      (v128.store offset=32 (local.get $at) (i16x8.max_s (local.get $c) (local.get $row)))
      (v128.store offset=48 (local.get $at) (i16x8.max_s (local.get $d) (local.get $row)))
      (v128.store offset=64 (local.get $at) (i16x8.max_s (local.get $e) (local.get $row)))
      (v128.store offset=80 (local.get $at) (i16x8.max_s (local.get $f) (local.get $row)))
      (v128.store offset=96 (local.get $at) (i16x8.max_s (local.get $g) (local.get $row)))
      (v128.store offset=112 (local.get $at) (i16x8.max_s (local.get $h) (local.get $row)))
      (local.set $j (i32.add (local.get $j) (i32.const 64)))
      (br_if $block (i32.lt_u (local.get $j) (local.get $width)))))

  ;; Scores, from `offsets` on, the outputs `first` to `last`: products of their int8 weights and the hidden layer.
  (func (export "score") (param $outputs i32) (param $offsets i32) (param $hidden i32) (param $scores i32)
                         (param $width i32) (param $first i32) (param $last i32)
    (local $at i32) (local $end i32) (local $h i32) (local $sum v128)
    (block $done
      (loop $output
        (br_if $done (i32.ge_u (local.get $first) (local.get $last)))
        (local.set $at (i32.add (local.get $outputs) (i32.mul (local.get $first) (local.get $width))))
        (local.set $end (i32.add (local.get $at) (local.get $width)))
        (local.set $h (local.get $hidden))
        (local.set $sum (v128.const i64x2 0 0))
        (loop $next
          (local.set $sum (i32x4.add (local.get $sum)
            (i32x4.dot_i16x8_s (v128.load8x8_s (local.get $at)) (v128.load (local.get $h)))))
          (local.set $sum (i32x4.add (local.get $sum)
            (i32x4.dot_i16x8_s (v128.load8x8_s offset=8 (local.get $at)) (v128.load offset=16 (local.get $h)))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (local.set $h (i32.add (local.get $h) (i32.const 32)))
          (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
        (i32.store
          (i32.add (local.get $scores) (i32.shl (local.get $first) (i32.const 2)))
          (i32.add
            (i32.load (i32.add (local.get $offsets) (i32.shl (local.get $first) (i32.const 2))))
            (i32.add
              (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
              (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum))))))
        (local.set $first (i32.add (local.get $first) (i32.const 1)))
        (br $output)))))
