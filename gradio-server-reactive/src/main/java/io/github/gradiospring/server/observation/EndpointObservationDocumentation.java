package io.github.gradiospring.server.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/** What is observed of endpoints. */
public enum EndpointObservationDocumentation implements ObservationDocumentation {

	/** A run of an endpoint, from the moment it leaves the queue to its end. */
	ENDPOINT_RUN {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultEndpointObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinalityKeyNames.values();
		}

	};

	/** Keys with few values. */
	public enum LowCardinalityKeyNames implements KeyName {

		/** The API name of the endpoint. */
		ENDPOINT {

			@Override
			public String asString() {
				return "endpoint";
			}

		},

		/** How the run ended: success, error, cancelled or timeout. */
		OUTCOME {

			@Override
			public String asString() {
				return "outcome";
			}

		},

		/** The simple class name of the exception that ended the run, or none. */
		EXCEPTION {

			@Override
			public String asString() {
				return "exception";
			}

		}

	}

}
