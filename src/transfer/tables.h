// The tables of keys and values, and how a run's models are told in `inputs`.
#pragma once

#include "transfer/row_sql.h"

namespace cairn::transfer {

inline constexpr PairTable kExperimentTags{"experiment_tags"};
inline constexpr PairTable kParams{"params"};
inline constexpr PairTable kTags{"tags"};
inline constexpr PairTable kInputTags{"input_tags", "name", "value"};
inline constexpr PairTable kLoggedModelParams{"logged_model_params", "param_key", "param_value"};
inline constexpr PairTable kLoggedModelTags{"logged_model_tags", "tag_key", "tag_value"};
inline constexpr PairTable kRegisteredModelTags{"registered_model_tags"};
inline constexpr PairTable kVersionTags{"model_version_tags"};

struct ModelLink {
  std::string_view source_type;
  std::string_view destination_type;
};
inline constexpr ModelLink kModelInput{"RUN_INPUT", "MODEL_INPUT"};
inline constexpr ModelLink kModelOutput{"RUN_OUTPUT", "MODEL_OUTPUT"};

}  // namespace cairn::transfer
