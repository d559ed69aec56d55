import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nLit } from './n-lit';

testRuleExamples(nLit);
