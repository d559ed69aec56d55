import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nLit } from './n-lit';

itKeepsItsExamples(nLit);
